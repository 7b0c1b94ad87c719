import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { ServiceChangeEntity } from './service-change.entity';
import { isService } from './service-list';

export interface SetService {
  readonly service: string;
  readonly enabled: boolean;
  /** Now unless said. */
  readonly effectiveFrom: Date | null;
}

/** The lender changes what the cabinet offers, from a moment on; who changed it and when is kept. */
export const setService = defineCommand<SetService, CommandResult>({
  name: 'byLeasingSetService',
  plugin: PLUGIN,
  emits: [],
  async run({ service, enabled, effectiveFrom }, context) {
    refuse(isService(service) ? null : formFinding('BY_LEASING_SERVICE_UNKNOWN', ['input', 'service'], { service }));
    enforce(cite('by-leasing/3.13'));
    enforce(cite('by-leasing/9.3.2'));
    await context.transaction.insert(ServiceChangeEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      service,
      enabled,
      effectiveFrom: effectiveFrom ?? momentOf(context),
      changedBy: whoOf(context),
      changedAt: momentOf(context),
    });
    context.audit({ service, enabled });
    return {};
  },
});
