export { graphiqlPage } from './graphiql-page';
