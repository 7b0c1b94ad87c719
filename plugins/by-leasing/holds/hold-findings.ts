import { type Finding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import type { OpenHolds } from './hold.record';
import type { ClientHoldKind, SuspensionGround, SystemHoldKind } from './vocabulary';

const only = (findings: readonly (Finding | null)[]): Finding[] => findings.filter((finding) => finding !== null);

/** The two grounds of a suspension of one client, and work on the system; restrictions of capacity. */
export function suspensionFindings({ client, system }: OpenHolds): Finding[] {
  const suspended = (ground: SuspensionGround) => client.some((hold) => hold.ground === ground);
  const all = cite('by-leasing/9.3.3/no-prior-notice');
  const code = 'BY_LEASING_ACCOUNT_SUSPENDED';
  return only([
    uphold([cite('by-leasing/9.3.3/b1'), all], !suspended('BREACH'), code, { ground: 'BREACH' }),
    uphold([cite('by-leasing/9.3.3/b2'), all], !suspended('SUSPECTED_THIRD_PARTY_USE'), code, { ground: 'SUSPECTED_THIRD_PARTY_USE' }),
    uphold([cite('by-leasing/9.3.3/b3'), all], !hasSystem(system, 'MAINTENANCE'), code, { ground: 'MAINTENANCE' }),
    uphold(cite('by-leasing/9.3.4/b2'), !hasSystem(system, 'SDO_DISCONTINUED'), 'BY_LEASING_ACCESS_TERMINATED'),
    uphold(cite('by-leasing/10.1/b3'), !hasClient(client, 'CAPACITY_RESTRICTED'), 'BY_LEASING_CAPACITY_RESTRICTED'),
  ]);
}

/** Whether the cabinet itself was stopped by a decision of the lender. */
export const discontinuedFinding = ({ system }: OpenHolds): Finding | null =>
  uphold(cite('by-leasing/9.3.4/b2'), !hasSystem(system, 'CABINET_DISCONTINUED'), 'BY_LEASING_ACCESS_TERMINATED');

/** Grounds of a refusal that stand recorded: false data, somebody else's access, another case of law or agreement. */
export function recordedGrounds({ client, system }: OpenHolds): Finding[] {
  const incident = hasClient(client, 'INCIDENT') || hasSystem(system, 'INCIDENT');
  const prohibition = client.find(({ kind }) => kind === 'PROHIBITION');
  const basis = prohibition?.basis ?? '';
  return only([
    uphold(cite('by-leasing/3.14.3'), !hasClient(client, 'DATA_UNRELIABLE'), 'BY_LEASING_CLIENT_DATA_UNRELIABLE'),
    uphold(cite('by-leasing/3.14.5'), !incident, 'BY_LEASING_UNAUTHORISED_ACCESS_REPORTED'),
    uphold(cite('by-leasing/3.14.6'), !prohibition, 'BY_LEASING_OPERATION_PROHIBITED', { basis }),
  ]);
}

const hasClient = (holds: OpenHolds['client'], kind: ClientHoldKind) => holds.some((hold) => hold.kind === kind);
const hasSystem = (holds: OpenHolds['system'], kind: SystemHoldKind) => holds.some((hold) => hold.kind === kind);
