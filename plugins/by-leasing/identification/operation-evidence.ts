import type { CommandContext } from '../../../modules/commands';
import { listLoader, loader, statement, uuidv7 } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import type { CheckedFactor } from '../factors/factor.record';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { recordOf } from './identification.record';
import { identificationParts } from './identification-xml';
import { OperationEvidenceEntity } from './kept.entity';
import { sealXml } from './vault';
import { sha256, toXml } from './xml';

export const OPERATION_EVENT = 'ByLeasingOperationProven';

export interface ProvenOperation {
  /** GraphQL type of what was done to, and its row. */
  readonly type: string;
  readonly id: string;
  /** Name of what was done, e.g. a service. */
  readonly name: string;
  /** Results of the additional authentication. */
  readonly factors: readonly CheckedFactor[];
  /** Hexadecimal SHA-256 of the text, where the operation is about one. */
  readonly textSha256?: string | null;
}

export interface OperationEvidenceRow {
  readonly id: string;
  readonly clientId: string;
  readonly operationType: string;
  readonly operationId: string;
  readonly identificationId: string;
  readonly sessionId: string | null;
  readonly xmlEnc: Buffer;
  readonly xmlSha256: Buffer;
  readonly at: Date;
}

const columns = `id, client_id as "clientId", operation_type as "operationType", operation_id as "operationId",
  identification_id as "identificationId", session_id as "sessionId", xml_enc as "xmlEnc", xml_sha256 as "xmlSha256", at`;

const readEvidence = statement<OperationEvidenceRow>(
  'by_leasing_operation_evidence',
  `select ${columns} from by_leasing.operation_evidence where operation_id = any($1) order by at, id`,
);
export const evidenceByOperation = listLoader(readEvidence, (row) => row.operationId);
export const evidenceById = loader(
  statement<OperationEvidenceRow>(
    'by_leasing_operation_evidence_by_id',
    `select ${columns} from by_leasing.operation_evidence where id = any($1)`,
  ),
  (row) => row.id,
);
/** Proofs of clients' operations, the latest first, at most 200 of each. */
export const evidenceByClient = listLoader(
  statement<OperationEvidenceRow>(
    'by_leasing_operation_evidence_by_client',
    `select r.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select ${columns} from by_leasing.operation_evidence where client_id = wanted.id
       order by operation_evidence.at desc, operation_evidence.id desc limit 200
     ) r order by r.at desc, r.id desc`,
  ),
  (row) => row.clientId,
);

/**
 * Keeps the proof of one operation in the remote service as XML: which identification, which authentication, what was done and when
 * (by-leasing 3.12). The operation is the client's own act and nobody else's (3.7). One for each operation.
 * @throws Refusal BY_LEASING_ACTION_NOT_CLIENTS, BY_LEASING_XML_EVIDENCE_MISSING where the client was never identified
 */
export async function proveOperation(context: CommandContext, account: AccountRecord, operation: ProvenOperation): Promise<string> {
  const { caller, lender, transaction } = context;
  refuse(uphold(cite('by-leasing/3.7'), caller.clientId === account.clientId, 'BY_LEASING_ACTION_NOT_CLIENTS'));
  const identification = account.identificationId && (await recordOf(context, account.identificationId));
  if (!identification) refuse(evidenceFinding(false));
  const found = identification as Exclude<typeof identification, null | '' | undefined>;
  const at = momentOf(context);
  const id = uuidv7(context.now.epochMilliseconds);
  const xml = toXml('operation', {
    '@id': id,
    lender: lender.code,
    client: account.clientId,
    identification: { ...identificationParts(found), sha256: found.xmlSha256.toString('hex') },
    authentication: {
      session: caller.sessionId,
      factor: operation.factors.map((checked) => ({
        '@id': checked.id,
        name: checked.factor,
        class: checked.factorClass,
        result: checked.result,
        checkedAt: at.toISOString(),
      })),
    },
    performed: { type: operation.type, id: operation.id, name: operation.name, at: at.toISOString(), textSha256: operation.textSha256 },
  });
  const digest = sha256(xml);
  enforce(cite('by-leasing/3.12'));
  await transaction.insert(OperationEvidenceEntity, {
    lenderId: lender.id,
    id,
    clientId: account.clientId,
    operationType: operation.type,
    operationId: operation.id,
    identificationId: found.id,
    sessionId: caller.sessionId,
    xmlEnc: sealXml(context, 'operation_evidence', id, xml),
    xmlSha256: digest,
    at,
  });
  context.emit({
    type: OPERATION_EVENT,
    subject: { type: operation.type, id: operation.id },
    clientId: account.clientId,
    plugin: PLUGIN,
    clause: 'by-leasing/3.7',
    payload: {
      clientId: account.clientId,
      byLeasingIdentificationId: found.id,
      sessionId: caller.sessionId,
      operation: operation.name,
      sha256: digest.toString('hex'),
    },
  });
  return id;
}

const evidenceFinding = (kept: boolean): Finding | null => uphold(cite('by-leasing/3.12'), kept, 'BY_LEASING_XML_EVIDENCE_MISSING');

/** The finding of a completed operation whose proof is not there. */
export async function missingEvidence(context: Pick<CommandContext, 'transaction'>, operationId: string): Promise<Finding | null> {
  return evidenceFinding((await context.transaction.query(readEvidence, [[operationId]])).length > 0);
}
