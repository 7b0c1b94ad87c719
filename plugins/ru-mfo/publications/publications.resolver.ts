import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { dayOf } from '../../../modules/calendar';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, LocalDateScalar, Scoped, toGlobalId } from '../../../schema/base';
import { perform } from '../lenders';
import { allPublications, currentPublication, publicationRowsByLender } from './publication.record';
import { type Publication, type PublicationKind, publicationKinds } from './publication-kind';
import { PublicationKindEnum, RuMfoPublication, RuMfoPublishDocumentInput, RuMfoPublishDocumentPayload } from './publications.types';
import { publish } from './publish.command';

@Resolver(() => RuMfoPublication)
export class PublicationResolver {
  @Query(() => [RuMfoPublication], {
    description: 'Documents that the lender publishes, in force on a day; readable without signing in (размещённые документы).',
  })
  @Scoped('public')
  async ruMfoPublications(
    @Arg('kind', () => PublicationKindEnum, { nullable: true, description: 'Only this one.' }) kind: PublicationKind | null,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'Day in the lender’s zone; today unless said.' })
    on: Temporal.PlainDate | null,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPublication[]> {
    const { lender, clock } = context;
    if (!lender) return [];
    perform(lender.code, 'publication.generalTerms');
    const day = on ?? dayOf(clock.now(), lender.zone);
    const wanted = kind ? [kind] : publicationKinds;
    const all = await versionsOf(context);
    return wanted
      .map((one) => currentPublication(all, one, day))
      .filter((one) => one !== null)
      .map(toPublication);
  }

  @Query(() => [RuMfoPublication], { description: 'All versions of one published document, the latest first (редакции документа).' })
  @Scoped('public')
  async ruMfoPublicationHistory(
    @Arg('kind', () => PublicationKindEnum, { description: 'Which document.' }) kind: PublicationKind,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPublication[]> {
    return (await versionsOf(context)).filter((one) => one.kind === kind).map(toPublication);
  }

  @Mutation(() => RuMfoPublishDocumentPayload, {
    description: 'Publishes a version of a document for everybody to read (размещение на сайте).',
  })
  @Scoped('contracts:write')
  async ruMfoPublishDocument(
    @Arg('input', () => RuMfoPublishDocumentInput, { description: 'The version.' }) input: RuMfoPublishDocumentInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoPublishDocumentPayload> {
    const { idempotencyKey, effectiveFrom, ...rest } = input;
    const command = { ...rest, effectiveFrom: effectiveFrom.toString() };
    const { publicationId, findings } = await context.execute(publish, command, keyOf({ idempotencyKey }));
    return { publicationId: publicationId ? toGlobalId('RuMfoPublication', publicationId) : null, findings: findings ?? [] };
  }
}

async function versionsOf({ lender, loaders }: GraphContext): Promise<readonly Publication[]> {
  return lender ? allPublications(lender.code, await loaders.list(publicationRowsByLender, lender.id)) : [];
}

const toPublication = ({ editionId, effectiveFrom, ...rest }: Publication): RuMfoPublication => ({
  ...rest,
  edition: editionId,
  effectiveFrom: Temporal.PlainDate.from(effectiveFrom),
});
