import { type CommandResult, defineCommand } from '../commands';

/** Leaves an entry in the audit that somebody read a client's personal data; the read itself follows. */
export const notePersonalRead = defineCommand<{ readonly clientId: string }, CommandResult>({
  name: 'readClientPersonal',
  emits: [],
  async run({ clientId }, context) {
    context.audit({ client: clientId });
    return {};
  },
});
