export { type EditionBasis, type GoverningEdition, governingEdition } from './governing-edition';
