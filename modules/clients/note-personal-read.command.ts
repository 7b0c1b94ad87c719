import { type CommandResult, defineCommand, type GraphContext } from '../commands';

/** Leaves an entry in the audit that somebody read a client's personal data; the read itself follows. */
export const notePersonalRead = defineCommand<{ readonly clientId: string }, CommandResult>({
  name: 'readClientPersonal',
  emits: [],
  async run({ clientId }, context) {
    context.audit({ client: clientId });
    return {};
  },
});

/** Whoever reads another's personal data leaves a trace; awaited before anything is shown. */
export async function traceRead(context: Pick<GraphContext, 'caller' | 'execute'>, clientId: string): Promise<void> {
  if (context.caller.clientId !== clientId) await context.execute(notePersonalRead, { clientId });
}
