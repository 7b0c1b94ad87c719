import { lifecycleEvents } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { type ContractRecord, ledgerEvents } from '../../../modules/contracts';
import type { EventTypeDefinition } from '../../../schema/base';
import { PLUGIN } from '../ids';

const contractId = '0199f0a0-0000-7000-8000-000000000003';

/** Events of what changes a running contract. */
export const changeEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'RuMfoProlongationStatusChanged',
    version: 1,
    description: 'A prolongation was asked for and offered, accepted or made void (статус пролонгации).',
    example: { ruMfoProlongationId: '0199f0a0-0000-7000-8000-000000000005', contractId, from: 'OFFERED', to: 'ACCEPTED' },
  },
  {
    type: 'RuMfoTrancheStatusChanged',
    version: 1,
    description: 'A tranche was asked for, signed, paid out, refused by the partner or made void (статус транша).',
    example: { ruMfoTrancheId: '0199f0a0-0000-7000-8000-000000000006', contractId, from: 'ORDERED', to: 'PAID' },
  },
  {
    type: 'RuMfoTopUpStatusChanged',
    version: 1,
    description: 'An additional sum was asked for, signed, ordered, paid out, refused or made void (статус дополнительной суммы).',
    example: { ruMfoTopUpId: '0199f0a0-0000-7000-8000-000000000007', contractId, from: 'SIGNED', to: 'ORDERED' },
  },
];

/** Core events that a command of this folder may emit. */
export const changeEvents: readonly string[] = [...new Set([...lifecycleEvents, ...ledgerEvents])];

const kinds = {
  RuMfoProlongation: 'ruMfoProlongationId',
  RuMfoTranche: 'ruMfoTrancheId',
  RuMfoTopUp: 'ruMfoTopUpId',
} as const;

/** Tells of a request's new state; its row is locked or was inserted by this command. */
export function tellChange(
  context: CommandContext,
  type: keyof typeof kinds,
  contract: Pick<ContractRecord, 'id' | 'applicationId' | 'clientId'>,
  change: { readonly id: string; readonly from: string | null; readonly to: string; readonly clause?: string | undefined },
): void {
  const { id, from, to, clause } = change;
  context.emit({
    type: `${type}StatusChanged`,
    subject: { type, id },
    applicationId: contract.applicationId,
    clientId: contract.clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { [kinds[type]]: id, contractId: contract.id, from, to },
  });
}
