import type { CommandContext } from '../../../modules/commands';
import type { EventTypeDefinition } from '../../../schema/base';
import { PLUGIN } from '../ids';
import type { AddonStatus } from './addon.entity';
import type { AddonRecord } from './addon.record';

export const ADDON_CHANGED = 'RuMfoAddonChanged';

export const addonEventTypes: readonly EventTypeDefinition[] = [
  {
    type: ADDON_CHANGED,
    version: 1,
    description: 'A paid service beside a loan was wished, offered, chosen, joined, declined or given up (дополнительная услуга).',
    example: {
      applicationId: '0199f0a0-0000-7000-8000-000000000001',
      ruMfoAddonId: '0199f0a0-0000-7000-8000-000000000007',
      code: 'ACCIDENT_INSURANCE',
      status: 'JOINED',
    },
  },
];

/** Tells of a service's new state; the application is locked by the caller. */
export function tellAddon(
  context: CommandContext,
  addon: Pick<AddonRecord, 'id' | 'applicationId' | 'clientId' | 'code'>,
  status: AddonStatus,
): void {
  context.emit({
    type: ADDON_CHANGED,
    subject: { type: 'Application', id: addon.applicationId },
    applicationId: addon.applicationId,
    clientId: addon.clientId,
    plugin: PLUGIN,
    payload: { applicationId: addon.applicationId, ruMfoAddonId: addon.id, code: addon.code, status },
  });
}
