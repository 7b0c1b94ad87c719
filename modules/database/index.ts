export { databaseModule } from "./database.module";
export { Database, dataSourceOptions, type Queryable, type ScopedDatabase, type Statement, statement, Transaction } from './database';
export { LenderPool } from './lender-pool';
export { listLoader, loader, type LoaderDefinition, Loaders } from './loader';
export { migrateDown, migrateUp, orderOwners, type SchemaOwner } from './migrations';
export { currentRowScope, NO_ROWS, type RowScope, withRowScope } from './row-scope';
export { secureTable, type TableRights } from './secure-table';
export { uuidv7 } from './uuid';
