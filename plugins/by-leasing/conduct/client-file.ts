import { traceRead } from '../../../modules/clients';
import { type CommandResult, defineCommand, type GraphContext } from '../../../modules/commands';
import { defineErrors } from '../../../schema/base';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { CLIENT_FILES, staffFinding } from './rights';

const errors = defineErrors(PLUGIN, {
  BY_LEASING_CLIENT_FILE_CLOSED: {
    kind: 'ERROR',
    en: 'Your token does not carry the right {right} to read what clients wrote. Ask for a token that does.',
    ru: 'У вашего токена нет права {right} на чтение сведений клиента. Запросите токен с этим правом.',
    be: 'У вашага токена няма права {right} на чытанне звестак кліента. Запытайце токен з гэтым правам.',
  },
});
export const clientFileErrors = errors;

/** Leaves an entry of a read that was refused, with the reason. */
const noteRefusedRead = defineCommand<{ readonly clientId: string }, CommandResult>({
  name: 'byLeasingReadRefused',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId }, context) {
    context.audit({ client: clientId });
    const denied = staffFinding(context, CLIENT_FILES, cite('by-leasing/9.1.1'));
    return { findings: denied ? [denied] : [] };
  },
});

/**
 * Reads something confidential of a client (9.1.1): its own session reads it as it is, staff need the right, and every read of theirs
 * leaves a trace, a refused one too.
 * @throws BY_LEASING_CLIENT_FILE_CLOSED
 */
export async function readClientFile<T>(context: GraphContext, clientId: string, read: () => T | Promise<T>): Promise<T> {
  if (context.caller.clientId !== clientId && staffFinding(context, CLIENT_FILES, cite('by-leasing/9.1.1'))) {
    await context.execute(noteRefusedRead, { clientId });
    throw errors.error('BY_LEASING_CLIENT_FILE_CLOSED', { right: CLIENT_FILES });
  }
  return traceRead(context, clientId, Promise.resolve(read()));
}
