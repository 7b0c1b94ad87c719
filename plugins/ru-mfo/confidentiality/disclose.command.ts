import { lockClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { DisclosureEntity } from './confidentiality.entity';
import { DISCLOSE } from './validators';

export interface Disclose {
  readonly clientId: string;
  /** An organisation or an office, never a private person. */
  readonly recipient: string;
  /** Act and article of law that allow or demand it. */
  readonly ground: string;
  readonly contents: readonly string[];
}

/** Records what of a client is told to a third party. Without a ground of law nothing may be told. */
export const disclose = defineCommand<Disclose, CommandResult & { readonly disclosureId?: string }>({
  name: 'ruMfoDisclose',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, recipient, ground, contents }, context) {
    await lockClient(context, clientId);
    if (!recipient.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'recipient'], { field: 'recipient' })]);
    const resolved = rulesToday(context);
    const facts = rules.factSet({ disclosureGround: [ground, 'DISCLOSURE'] });
    const findings = toFindings(runValidators(resolved.validatorsAt(DISCLOSE), facts, resolved), resolved);
    if (findings.some(blocks)) throw new Refusal(findings);
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(DisclosureEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      recipient,
      ground,
      contents: [...contents],
      disclosedBy: `${context.caller.kind}:${context.caller.subject}`,
      disclosedAt: new Date(context.now.epochMilliseconds),
    });
    context.audit({ disclosure: id, ground });
    return { disclosureId: id };
  },
});
