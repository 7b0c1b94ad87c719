import { CreateRuMfoPublications1700000002191 } from './create-publications.migration';
import { PublicationEntity } from './publication.entity';
import { PublicationResolver } from './publications.resolver';

export { allPublications, currentPublication, readPublications } from './publication.record';
export { type KnownPublication, type Publication, type PublicationKind, publicationKinds } from './publication-kind';
export { publish } from './publish.command';
export { editionShownIn, publicationsOf, publishedKinds, publishedOn, requirePublished } from './published';

/** What the plugin's definition takes from this folder. */
export const publicationCapability = {
  entities: [PublicationEntity],
  migrations: [CreateRuMfoPublications1700000002191],
  resolvers: [PublicationResolver],
};
