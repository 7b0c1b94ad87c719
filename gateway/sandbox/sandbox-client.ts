import { clientEvents, createClient } from '../../modules/clients';
import { type CommandResult, defineCommand } from '../../modules/commands';
import { statement } from '../../modules/database';

export interface SandboxClientResult extends CommandResult {
  readonly clientId?: string;
}

const oldest = statement<{ id: string }>('sandbox_oldest_client', 'select id from core.client order by created_at, id limit 1');

/** A client to look around with: the lender's first one, made at the first start. */
export const ensureSandboxClient = defineCommand<null, SandboxClientResult>({
  name: 'job:ensureSandboxClient',
  emits: clientEvents,
  async run(_input, context) {
    const [known] = await context.transaction.query(oldest);
    if (known) return { clientId: known.id };
    const client = await createClient(context, { kind: 'INDIVIDUAL', email: 'client@example.com' });
    return { clientId: client.id };
  },
});
