import { randomBytes } from 'node:crypto';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { today } from '../../../modules/calendar';
import { traceRead } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { publicAddressPort } from '../../../modules/execution';
import { type Finding, formFinding } from '../../../modules/rules';
import { type NodeLookup, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { accountByClient } from '../accounts/account.record';
import { ByLeasingClient } from '../by-leasing.type';
import { codeWordByClient } from '../factors/code-word';
import { attributionAt, securityBreachesByClient } from '../holds/attribution';
import { MsiError, type MsiSecrets, msiMethods, msiPort } from '../msi';
import { beginIdentification, type IdentificationResult } from './begin.command';
import { CALLBACK_PATH } from './callback-route';
import { identificationFindings, type NextStep, nextStep } from './gate';
import { consentsByClient, identificationById, latestIdentification, recordById } from './identification.record';
import {
  ByLeasingBeginIdentificationInput,
  ByLeasingBeginIdentificationPayload,
  ByLeasingCompareSignatureInput,
  ByLeasingCompareSignaturePayload,
  ByLeasingDataVersion,
  ByLeasingIdentification,
  ByLeasingIdentificationPayload,
  ByLeasingIdentificationRecord,
  ByLeasingIdentificationStatusChange,
  ByLeasingIdentifyInOfficeInput,
  ByLeasingOperationEvidence,
  ByLeasingSdoConsent,
  IdentificationStepEnum,
  toIdentification,
} from './identification.types';
import type { IdentificationStatus } from './identification-status';
import { compareSignature, identifyInOffice } from './office.commands';
import { evidenceByClient } from './operation-evidence';
import { STATUS_EVENT } from './tell-status';
import { openXml } from './vault';

const versionsByClient = listLoader(
  statement<ByLeasingDataVersion & { readonly clientId: string }>(
    'by_leasing_data_versions',
    `select client_id as "clientId", no, source, fields, to_char(changed_on, 'YYYY-MM-DD') as "changedOn", notified_at as "notifiedAt",
       written_notice as "writtenNotice" from by_leasing.data_version where client_id = any($1) order by no desc`,
  ),
  (row) => row.clientId,
);

@Resolver(() => ByLeasingClient)
export class ByLeasingIdentificationResolver {
  @FieldResolver(() => ByLeasingIdentification, { nullable: true, description: 'The last one that was begun (последняя идентификация).' })
  @Scoped('clients:read')
  async identification(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<ByLeasingIdentification | null> {
    const row = await context.loaders.one(latestIdentification, clientId);
    return row && toIdentification(row);
  }

  @FieldResolver(() => IdentificationStepEnum, {
    nullable: true,
    description: 'What stands before the remote service; null without an account.',
  })
  @Scoped('clients:read')
  async nextStep(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<NextStep | null> {
    const account = await context.loaders.one(accountByClient, clientId);
    if (!account || !context.lender) return null;
    const { lender, extensions, clock, database } = context;
    const now = clock.now();
    const findings = await identificationFindings(
      { lender, extensions, now, today: today(clock, lender.zone), transaction: database },
      account,
    );
    const hasCodeWord = (await context.loaders.one(codeWordByClient, clientId)) !== null;
    return nextStep({ kind: account.kind, findings, identifiedBy: account.identifiedBy, hasCodeWord });
  }

  @FieldResolver(() => [ByLeasingSdoConsent], { description: 'Consents to the remote service, the latest first (согласия на СДО).' })
  @Scoped('clients:read')
  async sdoConsents(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<readonly ByLeasingSdoConsent[]> {
    return context.loaders.list(consentsByClient, clientId);
  }

  @FieldResolver(() => [ByLeasingDataVersion], { description: 'Versions of the confirmed data, the latest first (версии данных).' })
  @Scoped('clients:read')
  async dataVersions(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<readonly ByLeasingDataVersion[]> {
    return context.loaders.list(versionsByClient, clientId);
  }

  @FieldResolver(() => [ByLeasingOperationEvidence], {
    description: 'Proofs of the client’s operations, the latest first; reading them is traced (данные об операциях).',
  })
  @Scoped('clients:personal')
  async operationEvidence(
    @Root() { clientId }: ByLeasingClient,
    @Ctx() context: GraphContext,
  ): Promise<readonly ByLeasingOperationEvidence[]> {
    const rows = await traceRead(context, clientId, context.loaders.list(evidenceByClient, clientId));
    const breaches = await context.loaders.list(securityBreachesByClient, clientId);
    return rows.map(({ id, operationType, operationId, at, xmlEnc, xmlSha256 }) => ({
      operationId: toGlobalId(operationType, operationId),
      at,
      xml: openXml({ ports: context.ports, lender: context.lender! }, 'operation_evidence', id, xmlEnc),
      xmlSha256: xmlSha256.toString('hex'),
      attributedBy: attributionAt(breaches, at).basis,
    }));
  }

  @Mutation(() => ByLeasingBeginIdentificationPayload, {
    description: 'Begins the identification of the caller’s own client: answers the page of MSI to go to (идентификация через МСИ).',
  })
  @Scoped('clients:write')
  async byLeasingBeginIdentification(
    @Arg('input', () => ByLeasingBeginIdentificationInput, { description: 'How.' }) { way }: ByLeasingBeginIdentificationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingBeginIdentificationPayload> {
    const { clientId } = context.caller;
    if (!clientId || !context.lender) return refusedToBegin([formFinding('CLIENT_SESSION_REQUIRED', ['input'])]);
    const method = msiMethods.find((one) => one === way);
    let begun: (MsiSecrets & { readonly url: string }) | null = null;
    try {
      const redirect = `${context.ports.get(publicAddressPort)()}${CALLBACK_PATH}`;
      const state = `${context.lender.code}.${randomBytes(24).toString('base64url')}`;
      begun = method ? await context.ports.get(msiPort).beginAuth(method, redirect, state) : null;
    } catch (error) {
      if (!(error instanceof MsiError)) throw error;
      return refusedToBegin([formFinding('BY_LEASING_MSI_UNREACHABLE')]);
    }
    const secrets = begun && { state: begun.state, nonce: begun.nonce, codeVerifier: begun.codeVerifier };
    const { identificationId, browserKey, findings = [] } = await context.execute(beginIdentification, { clientId, way, secrets });
    if (!identificationId || !browserKey) return refusedToBegin(findings);
    return { identification: await read(context, identificationId), redirectUrl: begun!.url, browserKey, findings };
  }

  @Mutation(() => ByLeasingIdentificationPayload, {
    description: 'Records that an officer identified a client by an identity document (идентификация в офисе).',
  })
  @Scoped('applications:decide')
  async byLeasingIdentifyInOffice(
    @Arg('input', () => ByLeasingIdentifyInOfficeInput, { description: 'Whom, where, by which document.' })
    input: ByLeasingIdentifyInOfficeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingIdentificationPayload> {
    const { clientId, office, document, patronymic, ...person } = input;
    return payloadOf(
      context,
      await context.execute(identifyInOffice, {
        clientId: rowIdOf('Client', clientId),
        office,
        person: {
          ...person,
          patronymic: patronymic ?? null,
          birthDate: person.birthDate.toString(),
          document: { ...document, issuedOn: document.issuedOn.toString(), validTo: document.validTo?.toString() ?? null },
        },
      }),
    );
  }

  @Mutation(() => ByLeasingCompareSignaturePayload, {
    description: 'Records what an employee saw who compared a signature by hand with the identity document (визуальное сличение подписи).',
  })
  @Scoped('applications:decide')
  async byLeasingCompareSignature(
    @Arg('input', () => ByLeasingCompareSignatureInput, { description: 'What was seen.' }) input: ByLeasingCompareSignatureInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingCompareSignaturePayload> {
    const { comparisonId, findings = [] } = await context.execute(compareSignature, {
      ...input,
      clientId: rowIdOf('Client', input.clientId),
    });
    return { recorded: comparisonId !== undefined, findings };
  }

  @Subscription(() => ByLeasingIdentificationStatusChange, {
    description: 'Changes of identifications’ states, after those missed since `after` (статус идентификации).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: [STATUS_EVENT] }, context),
  })
  @Scoped('clients:read')
  async byLeasingIdentificationStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingIdentificationStatusChange> {
    const { from, to } = event.payload as { from: IdentificationStatus | null; to: IdentificationStatus };
    const notice = noticeOf(event, context);
    return { ...notice, from, to, identification: await read(context, event.subject.id) };
  }
}

@Resolver(() => ByLeasingIdentification)
export class ByLeasingIdentificationRecordResolver {
  @FieldResolver(() => ByLeasingIdentificationRecord, {
    nullable: true,
    description: 'What was found; null until it succeeded. Reading it is traced (сведения об идентификации).',
  })
  @Scoped('clients:personal')
  async record(@Root() { rowId }: ByLeasingIdentification, @Ctx() context: GraphContext): Promise<ByLeasingIdentificationRecord | null> {
    const row = await context.loaders.one(recordById, rowId);
    if (!row) return null;
    const { identifiedAt, respondedAt, subject, officer, office, xmlSha256 } = await traceRead(context, row.clientId, Promise.resolve(row));
    const xml = openXml({ ports: context.ports, lender: context.lender! }, 'identification_record', row.id, row.xmlEnc);
    return { identifiedAt, respondedAt, subject, officer, office, xml, xmlSha256: xmlSha256.toString('hex') };
  }
}

const refusedToBegin = (findings: readonly Finding[]): ByLeasingBeginIdentificationPayload => ({
  identification: null,
  redirectUrl: null,
  browserKey: null,
  findings,
});

async function read(context: GraphContext, id: string): Promise<ByLeasingIdentification | null> {
  const row = await context.loaders.one(identificationById, id);
  return row && toIdentification(row);
}

async function payloadOf(
  context: GraphContext,
  { identificationId, findings = [] }: IdentificationResult,
): Promise<ByLeasingIdentificationPayload> {
  return { identification: identificationId ? await read(context, identificationId) : null, findings };
}

export const identificationNodes: readonly NodeLookup[] = [
  { type: 'ByLeasingIdentification', load: (context: GraphContext, id: string) => read(context, id) },
];
