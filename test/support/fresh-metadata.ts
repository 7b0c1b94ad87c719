/**
 * Run in the process of the global setup, a test file would inherit that process's type-graphql metadata, which jest
 * copies into each file's globals: types of files that ran before would stand in its graph. Each file starts afresh.
 */
(globalThis as { TypeGraphQLMetadataStorage?: unknown }).TypeGraphQLMetadataStorage = undefined;
