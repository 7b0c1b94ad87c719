import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { enforce } from '../../../modules/rules';
import { DateTimeScalar, keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { ownClientId } from '../accounts/own-client';
import { ByLeasingClient } from '../by-leasing.type';
import { cite } from '../cite';
import { lenderData } from '../lenders';
import { acceptancesByClient, marketingByClient } from './acceptance.record';
import { answerTerms, setMarketingConsent } from './answer-terms.commands';
import { termsPoints } from './points';
import { publishTerms } from './publish-terms.command';
import { sendAdvertising } from './send-advertising.command';
import { allVersions, type TermsVersion, termsByLender, versionAt } from './terms.record';
import {
  ByLeasingAcceptance,
  ByLeasingAnswerTermsInput,
  ByLeasingPublishTermsInput,
  ByLeasingSendAdvertisingInput,
  ByLeasingSetMarketingConsentInput,
  ByLeasingTermsPayload,
  ByLeasingTermsVersion,
  TermsKindEnum,
} from './terms.types';
import type { TermsKind } from './terms-version.entity';

@Resolver(() => ByLeasingClient)
export class TermsResolver {
  @Query(() => ByLeasingTermsVersion, {
    nullable: true,
    description: 'The agreement, or the policy, in force at a moment; readable by everybody; null where there was none (публичная оферта).',
  })
  @Scoped('public')
  async byLeasingTerms(
    @Arg('kind', () => TermsKindEnum, { defaultValue: 'AGREEMENT', description: 'Which document.' }) kind: TermsKind,
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'Now unless said.' }) at: Temporal.Instant | null,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsVersion | null> {
    const all = await versions(context);
    const found = versionAt(all, kind, new Date((at ?? context.clock.now()).epochMilliseconds));
    return found && shown(found, all, context);
  }

  @Query(() => [ByLeasingTermsVersion], { description: 'All versions of a document with what each changed, the latest first (изменения).' })
  @Scoped('public')
  async byLeasingTermsHistory(
    @Arg('kind', () => TermsKindEnum, { defaultValue: 'AGREEMENT', description: 'Which document.' }) kind: TermsKind,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsVersion[]> {
    const all = await versions(context);
    return all.filter((one) => one.kind === kind).map((one) => shown(one, all, context));
  }

  @FieldResolver(() => [ByLeasingAcceptance], { description: 'What the client said to the agreement, the latest first (акцепты).' })
  @Scoped('clients:read')
  async acceptances(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingAcceptance[]> {
    return (await loaders.list(acceptancesByClient, clientId)).map(({ consentMark, ceremonyId, ...row }) => ({
      ...row,
      contractForm: 'SIMPLE_WRITTEN',
      hasConsentMark: consentMark,
      isPasswordChecked: ceremonyId !== null,
    }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the client agreed to advertising; nothing else hangs on it.' })
  @Scoped('clients:read')
  async hasMarketingConsent(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<boolean> {
    return (await loaders.list(marketingByClient, clientId))[0]?.value ?? false;
  }

  @Mutation(() => ByLeasingTermsPayload, { description: 'Publishes a version on the site: it is in force at once (публикация редакции).' })
  @Scoped('applications:decide')
  async byLeasingPublishTerms(
    @Arg('input', () => ByLeasingPublishTermsInput, { description: 'The version.' }) input: ByLeasingPublishTermsInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsPayload> {
    const { idempotencyKey, approvedOn, changes, ...rest } = input;
    const command = { ...rest, approvedOn: approvedOn.toString(), changes: changes ?? '' };
    return payloadOf(await context.execute(publishTerms, command, keyOf({ idempotencyKey })));
  }

  @Mutation(() => ByLeasingTermsPayload, {
    description: 'The client agrees to the agreement in force, or declines it (согласие или несогласие).',
  })
  @Scoped('clients:write')
  async byLeasingAnswerTerms(
    @Arg('input', () => ByLeasingAnswerTermsInput, { description: 'The answer.' }) input: ByLeasingAnswerTermsInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(answerTerms, { clientId: own.clientId, ...input }));
  }

  @Mutation(() => ByLeasingTermsPayload, {
    description: 'The client gives or takes back its consent to advertising (согласие на рекламу).',
  })
  @Scoped('clients:write')
  async byLeasingSetMarketingConsent(
    @Arg('input', () => ByLeasingSetMarketingConsentInput, { description: 'The box.' }) { value }: ByLeasingSetMarketingConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(setMarketingConsent, { clientId: own.clientId, value }));
  }

  @Mutation(() => ByLeasingTermsPayload, { description: 'Sends advertising to a client that agreed to it (рекламная рассылка).' })
  @Scoped('applications:decide')
  async byLeasingSendAdvertising(
    @Arg('input', () => ByLeasingSendAdvertisingInput, { description: 'The message.' }) input: ByLeasingSendAdvertisingInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingTermsPayload> {
    const command = { clientId: rowIdOf('Client', input.clientId), text: input.text };
    return payloadOf(await context.execute(sendAdvertising, command, keyOf(input)));
  }
}

async function versions({ lender, loaders }: GraphContext): Promise<readonly TermsVersion[]> {
  return lender ? allVersions(lender.code, await loaders.list(termsByLender, lender.id)) : [];
}

function shown(one: TermsVersion, all: readonly TermsVersion[], { lender }: GraphContext): ByLeasingTermsVersion {
  for (const clause of ['by-leasing/3.1', 'by-leasing/12.7', 'by-leasing/9.2.6'] as const) enforce(cite(clause));
  const { territory, governingLaw, forum } = lenderData(lender!.code);
  const same = all.filter(({ kind }) => kind === one.kind);
  const { held, publishedAt, approvedOn, ...rest } = one;
  return {
    ...rest,
    approvedOn: Temporal.PlainDate.from(approvedOn),
    operator: lender!.legalName,
    isHeld: held,
    validFrom: publishedAt,
    validTo: same[same.indexOf(one) - 1]?.publishedAt ?? null,
    territory,
    governingLaw,
    forum,
    points: one.kind === 'AGREEMENT' ? termsPoints() : [],
  };
}

const payloadOf = ({ findings }: { readonly findings?: ByLeasingTermsPayload['findings'] }): ByLeasingTermsPayload => ({
  findings: findings ?? [],
});
