import type { ClientDetails } from '../clients';
import { type CommandContext, Refusal } from '../commands';
import { blocks, type Finding } from '../rules';
import { contactGuards, type LoginContact } from './extension-points';

/** Refuses another contact where plugins in use at the lender do not let a client change it by itself. @throws Refusal */
export async function guardContact(context: CommandContext, client: ClientDetails, kind: LoginContact, contact: string): Promise<void> {
  if (contact === (kind === 'PHONE' ? client.phone : client.email)) return;
  const findings: Finding[] = [];
  for (const { plugin, value } of context.extensions.all(contactGuards)) {
    if ((context.lender.plugins.get(plugin) ?? 'DISABLED') !== 'DISABLED')
      findings.push(...(await value.check(context, client, kind, contact)));
  }
  if (findings.some(blocks)) throw new Refusal(findings);
}
