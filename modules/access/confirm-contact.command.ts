import { clientEvents, readClient, setContactVerified } from '../clients';
import { type CommandResult, defineCommand, Refusal } from '../commands';
import { formFinding } from '../rules';
import { completeCeremony } from './ceremonies';
import type { CodePurpose } from './ceremony.entity';
import { guardContact } from './contact-guard';
import { contactDigest } from './request-code.command';

export interface ConfirmContact {
  readonly ceremonyId: string;
  readonly code: string;
  readonly contact: 'PHONE' | 'EMAIL';
}

export interface ConfirmContactResult extends CommandResult {
  readonly clientId?: string;
}

/** Proves that the contact to which a code went is the caller's; a new one replaces the one on file. */
export const confirmContact = defineCommand<ConfirmContact, ConfirmContactResult>({
  name: 'confirmContact',
  emits: clientEvents,
  async run({ ceremonyId, code, contact }, context) {
    const { clientId } = context.caller;
    if (!clientId) throw new Refusal([formFinding('CLIENT_SESSION_REQUIRED', ['input'])]);
    const purpose: CodePurpose = contact === 'PHONE' ? 'CONFIRM_PHONE' : 'CONFIRM_EMAIL';
    const entry = { ceremonyId, code, purpose, operationDigest: contactDigest(purpose, clientId) };
    const { completed, findings } = await completeCeremony(context, entry);
    if (!completed) return { findings };
    await guardContact(context, await readClient(context, clientId), contact, completed.target);
    await setContactVerified(context, clientId, contact === 'PHONE' ? { phone: completed.target } : { email: completed.target });
    context.audit({ client: clientId, contact });
    return { clientId, findings: [] };
  },
});
