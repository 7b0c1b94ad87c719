import type { CommandContext } from '../../../modules/commands';
import { notify } from '../../../modules/notifications';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';

export interface ProcessedThing {
  readonly clientId: string;
  readonly applicationId?: string | null;
  /** What was processed, as its client knows it: a number or a title. */
  readonly name: string;
  /** What came of it, for machines. */
  readonly result: string;
  /** The same as a sentence in the client's language; nothing secret, for it goes by SMS. */
  readonly sentence: string;
}

/** Tells the client what came of something that it had sent: by SMS, and in the cabinet (7.5). */
export async function tellResult(
  context: CommandContext,
  { clientId, applicationId, name, result, sentence }: ProcessedThing,
): Promise<void> {
  const clause = enforce(cite('by-leasing/7.5'));
  const text = `${name}: ${sentence}`;
  const notice = { clientId, applicationId: applicationId ?? null, kind: `BY_LEASING_RESULT_${result}`, text, clause };
  await notify(context, { ...notice, channel: 'CABINET' });
  await notify(context, { ...notice, channel: 'SMS' });
}
