import type { ContractTerms } from '../contracts';
import { listLoader, loader, statement } from '../database';
import type { Finding } from '../rules';
import type { DecisionKind, Ground } from './decision.entity';
import type { Receipt } from './receipt';

/** A decision's row as commands, plugins and resolvers read it. */
export interface DecisionRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly kind: DecisionKind;
  readonly terms: ContractTerms | null;
  readonly grounds: readonly Ground[];
  readonly findings: readonly Finding[];
  readonly editionId: string | null;
  readonly receipt: Receipt;
  readonly receiptHash: string;
  readonly decidedAt: Date;
}

const columns = `id, application_id as "applicationId", client_id as "clientId", kind, terms, grounds, findings,
  edition_id as "editionId", receipt, receipt_hash as "receiptHash", decided_at as "decidedAt"`;

export const decisionById = loader(
  statement<DecisionRecord>('decision_by_id', `select ${columns} from core.decision where id = any($1)`),
  (row) => row.id,
);

/** All decisions on an application, the latest first. */
export const decisionsByApplication = listLoader(
  statement<DecisionRecord>(
    'decisions_by_application',
    `select ${columns} from core.decision where application_id = any($1) order by decided_at desc, id desc`,
  ),
  (row) => row.applicationId,
);

/** The decision that stands: the latest one. */
export const latestDecision = statement<DecisionRecord>(
  'decision_latest',
  `select ${columns} from core.decision where application_id = $1 order by decided_at desc, id desc limit 1`,
);
