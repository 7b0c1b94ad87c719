export { xxTemplate } from './xx-template.plugin';
