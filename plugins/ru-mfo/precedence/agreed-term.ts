import { lockApplication } from '../../../modules/applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';

const readAgreed = statement<{ transferDays: number }>(
  'ru_mfo_agreed_term',
  'select transfer_days as "transferDays" from ru_mfo.agreed_term where application_id = $1',
);
const writeAgreed = statement<never>(
  'ru_mfo_agreed_term_write',
  `insert into ru_mfo.agreed_term (lender_id, application_id, client_id, transfer_days, agreed_by, agreed_at) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint ru_mfo_agreed_term_pkey do update set transfer_days = excluded.transfer_days,
     agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at`,
);

/** Working days within which this contract's money goes out, where the contract itself says so. */
export async function agreedTransferDays(context: CommandContext, applicationId: string): Promise<number | null> {
  const [agreed] = await context.transaction.query(readAgreed, [applicationId]);
  return agreed?.transferDays ?? null;
}

export interface AgreeTransferTerm {
  readonly applicationId: string;
  readonly workingDays: number;
}

/** Agrees on a term of the transfer that differs from the lender's rules. Until the terms are signed, not after. */
export const agreeTransferTerm = defineCommand<AgreeTransferTerm, CommandResult & { readonly applicationId?: string }>({
  name: 'ruMfoAgreeTransferTerm',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, workingDays }, context) {
    const application = await lockApplication(context, applicationId);
    const open = ['SUBMITTED', 'IN_REVIEW', 'OFFERED'].includes(application.status);
    if (!open || !Number.isInteger(workingDays) || workingDays < 1)
      throw new Refusal([formFinding('RU_MFO_AGREED_TERM_INVALID', ['input', 'workingDays'])]);
    const by = `${context.caller.kind}:${context.caller.subject}`;
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.query(writeAgreed, [context.lender.id, applicationId, application.clientId, workingDays, by, at]);
    return { applicationId };
  },
});
