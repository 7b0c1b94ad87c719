import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { fieldCipherPort, listLoader, statement } from '../../../modules/database';
import { type Finding, formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { closeDataRequest, openDataRequest } from '../data-requests/data-request.commands';
import { descriptionAad, requestsByClient } from '../data-requests/data-request.record';
import { PLUGIN } from '../ids';
import { fromAad, imagesByClient } from '../images/image.record';
import { recordImage } from '../images/record-image.command';
import { perform } from '../lenders';
import { RuMfoRegistration } from '../registration/steps.types';
import { RuMfoClient } from '../ru-mfo.types';
import { accountRequestsByClient } from './account.record';
import {
  RuMfoAccountPayload,
  RuMfoAccountRequest,
  RuMfoAccountRequestInput,
  RuMfoCheckIdentityInput,
  RuMfoCloseDataRequestInput,
  RuMfoDataRequest,
  RuMfoImage,
  RuMfoOpenDataRequestInput,
  RuMfoRecordImageInput,
  RuMfoRequestAccountInput,
  RuMfoService,
} from './account.types';
import { checkIdentity } from './check-identity.command';
import { finishAccountRequest } from './close-account.command';
import { recordStatement } from './record-statement.command';
import { requestAccount } from './request-account.command';
import { type Retained, retentionReasons } from './retention';

interface Period {
  readonly clientId: string;
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly running: boolean;
}

const servicePeriods = listLoader(
  statement<Period>(
    'ru_mfo_service_periods',
    `select c.client_id as "clientId", c.id, c.concluded_on::text as "from", c.status = 'ACTIVE' as running,
       case when c.status = 'CLOSED' then
         (select max(p.on_day)::text from core.posting p where p.lender_id = c.lender_id and p.contract_id = c.id and p.amount < 0) end as "to"
     from core.contract c where c.client_id = any($1) and c.plugin_id = '${PLUGIN}' and c.concluded_on is not null
     order by c.concluded_on desc, c.id desc`,
  ),
  (row) => row.clientId,
);

@Resolver(() => RuMfoClient)
export class RuMfoServiceResolver {
  @FieldResolver(() => RuMfoService, { description: 'Whether the lender serves the client: for the term of a contract (обслуживание).' })
  @Scoped('clients:read')
  async service(@Root() own: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoService> {
    if (context.lender) perform(context.lender.code, 'service.status');
    const periods = await context.loaders.list(servicePeriods, own.clientId);
    const running = periods.filter((period) => period.running);
    return {
      status: running.length > 0 ? 'IN_SERVICE' : 'NOT_IN_SERVICE',
      since: running.at(-1)?.from ?? null,
      periods: periods.map(({ id, from, to }) => ({ contractId: toGlobalId('Contract', id), from, to })),
    };
  }

  @FieldResolver(() => [RuMfoDataRequest], { description: 'Data that were demanded, the latest first (требования).' })
  @Scoped('clients:read')
  async dataRequests(@Root() own: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoDataRequest[]> {
    const rows = await context.loaders.list(requestsByClient, own.clientId);
    const now = context.clock.now().epochMilliseconds;
    const cipher = context.ports.get(fieldCipherPort);
    return rows.map(({ descriptionEnc, clientId: _, channel: __, ...row }) => ({
      ...row,
      id: toGlobalId('RuMfoDataRequest', row.id),
      description: descriptionEnc && cipher.decrypt(descriptionEnc, descriptionAad(context.lender!.id, row.id)).toString('utf8'),
      overdue: row.status === 'OPEN' && row.dueAt !== null && row.dueAt.getTime() < now,
    }));
  }
}

@Resolver(() => RuMfoRegistration)
export class RuMfoAccountResolver {
  @FieldResolver(() => [RuMfoImage], { description: 'Images that identify, the latest first.' })
  @Scoped('clients:read')
  async images(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<RuMfoImage[]> {
    const rows = await context.loaders.list(imagesByClient, own.clientRowId);
    const cipher = context.ports.get(fieldCipherPort);
    return rows.map(({ id, kind, channel, certified, fromEnc, fileId, receivedAt }) => ({
      id: toGlobalId('RuMfoImage', id),
      kind,
      channel,
      certified,
      from: fromEnc && cipher.decrypt(fromEnc, fromAad(context.lender!.id, id)).toString('utf8'),
      fileId: fileId && toGlobalId('File', fileId),
      receivedAt,
    }));
  }

  @FieldResolver(() => [RuMfoAccountRequest], { description: 'Requests to delete or restore the account, the latest first.' })
  @Scoped('clients:read')
  async accountRequests(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<RuMfoAccountRequest[]> {
    const rows = await context.loaders.list(accountRequestsByClient, own.clientRowId);
    return rows.map(({ clientId: _, documents: __, ...row }) => ({
      ...row,
      id: toGlobalId('RuMfoAccountRequest', row.id),
      retained: row.retained.map((what) => ({ what, reason: retentionReasons[what as Retained] })),
    }));
  }

  @Mutation(() => RuMfoAccountPayload, {
    description: 'Records an image: an officer one that was mailed, a client one that it uploaded (фотография документа).',
  })
  @Scoped('clients:write')
  async ruMfoRecordImage(
    @Arg('input', () => RuMfoRecordImageInput, { description: 'The image.' }) input: RuMfoRecordImageInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return payload({ findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] });
    const command = {
      clientId,
      kind: input.kind,
      from: input.from ?? null,
      fileId: input.fileId ? rowIdOf('File', input.fileId) : null,
      requestId: input.requestId ? rowIdOf('RuMfoDataRequest', input.requestId) : null,
    };
    const { imageId, ...result } = await context.execute(recordImage, command, keyOf(input));
    return payload(result, imageId && toGlobalId('RuMfoImage', imageId));
  }

  @Mutation(() => RuMfoAccountPayload, { description: 'Demands data or documents of a client (требование о сведениях).' })
  @Scoped('applications:decide')
  async ruMfoOpenDataRequest(
    @Arg('input', () => RuMfoOpenDataRequestInput, { description: 'What is demanded.' }) input: RuMfoOpenDataRequestInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const { purpose, subjects, description } = input;
    const command = { clientId: rowIdOf('Client', input.clientId), purpose, subjects, description };
    const { requestId, ...result } = await context.execute(openDataRequest, command, keyOf(input));
    return payload(result, requestId && toGlobalId('RuMfoDataRequest', requestId));
  }

  @Mutation(() => RuMfoAccountPayload, { description: 'Closes a demand for data as answered, proved false, or withdrawn.' })
  @Scoped('applications:decide')
  async ruMfoCloseDataRequest(
    @Arg('input', () => RuMfoCloseDataRequestInput, { description: 'How it ended.' }) input: RuMfoCloseDataRequestInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const { status, channel = null, falseFields } = input;
    const command = { requestId: rowIdOf('RuMfoDataRequest', input.requestId), status, channel, falseFields: falseFields ?? [] };
    const { requestId, ...result } = await context.execute(closeDataRequest, command, keyOf(input));
    return payload(result, requestId && toGlobalId('RuMfoDataRequest', requestId));
  }

  @Mutation(() => RuMfoAccountPayload, {
    description: 'Compares what a caller names with the document on file and tells the result alone (подтверждение личности).',
  })
  @Scoped('applications:decide')
  async ruMfoCheckIdentity(
    @Arg('input', () => RuMfoCheckIdentityInput, { description: 'What the caller names.' }) input: RuMfoCheckIdentityInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const { passportSeries, passportNumber } = input;
    const command = { clientId: rowIdOf('Client', input.clientId), passportSeries, passportNumber };
    const { passed, ...result } = await context.execute(checkIdentity, command);
    return { ...payload(result), passed: passed ?? null };
  }

  @Mutation(() => RuMfoAccountPayload, {
    description: 'Records a mailed request to delete or restore an account; the form of a statement is sent (запрос по учётной записи).',
  })
  @Scoped('applications:decide')
  async ruMfoRequestAccount(
    @Arg('input', () => RuMfoRequestAccountInput, { description: 'The request.' }) input: RuMfoRequestAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const command = { clientId: rowIdOf('Client', input.clientId), kind: input.kind, from: input.from };
    const { requestId, ...result } = await context.execute(requestAccount, command, keyOf(input));
    return payload(result, requestId && toGlobalId('RuMfoAccountRequest', requestId));
  }

  @Mutation(() => RuMfoAccountPayload, { description: 'Records that the filled statement came: the term runs (заявление получено).' })
  @Scoped('applications:decide')
  async ruMfoRecordAccountStatement(
    @Arg('input', () => RuMfoAccountRequestInput, { description: 'Which request.' }) input: RuMfoAccountRequestInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const command = { requestId: rowIdOf('RuMfoAccountRequest', input.requestId) };
    const { requestId, ...result } = await context.execute(recordStatement, command, keyOf(input));
    return payload(result, requestId && toGlobalId('RuMfoAccountRequest', requestId));
  }

  @Mutation(() => RuMfoAccountPayload, { description: 'Deletes or restores the account as its statement asks.' })
  @Scoped('applications:decide')
  async ruMfoFinishAccountRequest(
    @Arg('input', () => RuMfoAccountRequestInput, { description: 'Which request.' }) input: RuMfoAccountRequestInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoAccountPayload> {
    const command = { requestId: rowIdOf('RuMfoAccountRequest', input.requestId) };
    const { requestId, ...result } = await context.execute(finishAccountRequest, command, keyOf(input));
    return payload(result, requestId && toGlobalId('RuMfoAccountRequest', requestId));
  }
}

const payload = (
  { clientId, findings = [] }: { readonly clientId?: string; readonly findings?: readonly Finding[] },
  id?: string,
): RuMfoAccountPayload => ({ clientId: clientId ? toGlobalId('Client', clientId) : null, id: id ?? null, passed: null, findings });
