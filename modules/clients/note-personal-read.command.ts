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

/**
 * Whoever reads another's personal data leaves a trace, before anything is shown. The read itself is asked for at once,
 * so that the readings of many clients stay one statement.
 */
export async function traceRead<T>(context: Pick<GraphContext, 'caller' | 'execute'>, clientId: string, read: Promise<T>): Promise<T> {
  if (context.caller.clientId === clientId) return read;
  const [answer] = await Promise.all([read, context.execute(notePersonalRead, { clientId }, { changesNothingRead: true })]);
  return answer;
}
