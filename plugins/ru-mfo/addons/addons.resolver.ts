import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import type { GraphContext } from '../../../modules/commands';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { keyOf, type Locale, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { lenderData } from '../lenders';
import { roubles } from '../roubles';
import { RuMfoApplicationPayload } from '../ru-mfo.resolver';
import { RuMfoApplication, RuMfoContract } from '../ru-mfo.types';
import { type AddonRecord, addonsByApplication, insuredTermsByApplication } from './addon.record';
import { type AddonService, addonService } from './addon-service';
import { RuMfoTickAddonInput } from './addons.inputs';
import { RuMfoAddon, RuMfoAddonService } from './addons.types';
import { tickAddon } from './tick-addon.command';

@Resolver(() => RuMfoAddon)
export class AddonResolver {
  @Query(() => [RuMfoAddonService], {
    description: 'Paid services that the lender sells today, with all that they cost; readable by anybody (дополнительные услуги).',
  })
  @Scoped('public')
  ruMfoAddonServices(@Ctx() context: GraphContext): RuMfoAddonService[] {
    const { lender, clock, locale } = context;
    if (!lender) return [];
    const day = dayOf(clock.now(), lender.zone).toString();
    const sold = ({ from, to }: AddonService) => from <= day && (to === null || day < to);
    return (lenderData(lender.code)?.addons ?? []).filter(sold).map((service) => serviceOf(service, locale));
  }

  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Ticks a paid service that was offered with the terms, or takes the tick back; the terms are formed anew.',
  })
  @Scoped('applications:write')
  async ruMfoTickAddon(
    @Arg('input', () => RuMfoTickAddonInput, { description: 'The tick.' }) input: RuMfoTickAddonInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { applicationId, prolongationId, code, ticked, idempotencyKey } = input;
    const command = {
      applicationId: rowIdOf('Application', applicationId),
      prolongationId: prolongationId ? rowIdOf('RuMfoProlongation', prolongationId) : null,
      code,
      ticked,
    };
    return payloadOf(await context.execute(tickAddon, command, keyOf({ idempotencyKey })), context);
  }

  @FieldResolver(() => [Document], { description: 'Memo, application and request to give up, to read and download.' })
  @Scoped('documents:read')
  async documents(@Root() { record }: RuMfoAddon, @Ctx() context: GraphContext): Promise<Document[]> {
    const ids = [record.memoDocumentId, record.requestDocumentId, record.withdrawalDocumentId].filter((id) => id !== null);
    const rows = await Promise.all(ids.map((id) => context.loaders.one(documentById, id)));
    return rows.map((row) => toDocument(row, context.caller)).filter((document) => document !== null);
  }
}

@Resolver(() => RuMfoApplication)
export class ApplicationAddonsResolver {
  @FieldResolver(() => [RuMfoAddon], { description: 'Paid services beside this loan (дополнительные услуги).' })
  @Scoped('applications:read')
  addons(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoAddon[]> {
    return addonsOfApplication(own.applicationRowId, context);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: 'The individual terms with the services that the applicant wished; the button with insurance accepts these.',
  })
  @Scoped('documents:read')
  async individualTermsWithInsurance(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<Document | null> {
    const insured = await context.loaders.one(insuredTermsByApplication, own.applicationRowId);
    return toDocument(insured ? await context.loaders.one(documentById, insured.documentId) : null, context.caller);
  }
}

@Resolver(() => RuMfoContract)
export class ContractAddonsResolver {
  @FieldResolver(() => [RuMfoAddon], { description: 'Paid services beside the loan and its prolongations (дополнительные услуги).' })
  @Scoped('contracts:read')
  addons(@Root() own: RuMfoContract, @Ctx() context: GraphContext): Promise<RuMfoAddon[]> {
    return addonsOfApplication(own.applicationRowId, context);
  }
}

async function addonsOfApplication(applicationId: string, context: GraphContext): Promise<RuMfoAddon[]> {
  const rows = await context.loaders.list(addonsByApplication, applicationId);
  return rows.map((row) => toAddon(row, context));
}

function toAddon(record: AddonRecord, { lender, locale }: GraphContext): RuMfoAddon {
  const service = lender ? addonService(lender.code, record.code) : null;
  const { withdrawnOn, withdrawalAddressee, refundedToDebt, refundedToClient } = record;
  return {
    record,
    id: toGlobalId('RuMfoAddon', record.id),
    occasion: record.occasion,
    service: service && serviceOf(service, locale),
    status: record.status,
    price: record.price === null ? null : roubles(record.price),
    chosenAt: record.chosenAt,
    joinedAt: record.joinedAt,
    chargedAt: record.chargedAt,
    withdrawal:
      withdrawnOn && withdrawalAddressee
        ? {
            madeOn: Temporal.PlainDate.from(withdrawnOn),
            addressee: withdrawalAddressee,
            refundedToDebt: roubles(refundedToDebt ?? '0.00'),
            refundedToClient: roubles(refundedToClient ?? '0.00'),
          }
        : null,
  };
}

function serviceOf(service: AddonService, locale: Locale): RuMfoAddonService {
  const { code, kind, title, terms, provider, occasions, price, links, verified } = service;
  return {
    code,
    kind,
    title: title[locale],
    terms,
    provider,
    occasions,
    price: price?.kind === 'FIXED' ? roubles(price.amount) : null,
    pricePercent: price?.kind === 'PERCENT_OF_PRINCIPAL' ? price.percent : null,
    links,
    verified,
  };
}

/** What became of a step, as the graph shows it. */
export async function payloadOf(
  result: { applicationId?: string; findings?: RuMfoApplicationPayload['findings'] },
  context: GraphContext,
): Promise<RuMfoApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  return { application: row && toApplication(row), contract: null, findings: result.findings ?? [] };
}
