import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { perform } from '../lenders';
import { rulesOf } from '../lifecycle/resolve';
import { textFaults } from '../texts';
import { ApplicationStartEntity, type Warning, warnings } from './application-start.entity';

export interface Beginning {
  /** Id of the edition of the rules that the personal account showed. */
  readonly rulesShown?: string | null;
  readonly acknowledged?: readonly string[] | null;
}

/** Keeps under which edition an application is begun, which one was shown, and the warnings that were acknowledged. */
export async function beginApplication(
  context: CommandContext,
  application: ApplicationRecord,
  input: Beginning | undefined,
): Promise<void> {
  const acknowledged = [...new Set(input?.acknowledged ?? [])];
  const unknown = acknowledged.filter((code) => !warnings.includes(code as Warning));
  if (unknown.length > 0) {
    throw new Refusal([formFinding('RU_MFO_WARNING_UNKNOWN', ['input', 'ruMfo', 'acknowledged'], { warning: unknown.join(', ') })]);
  }
  const faults = textFaults({ rulesShown: input?.rulesShown }, ['input', 'ruMfo']);
  if (faults.length > 0) throw new Refusal(faults);
  perform(context.lender.code, 'edition.impliedAtStart');
  await context.transaction.insert(ApplicationStartEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    editionId: rulesOf(context, application).edition?.id ?? null,
    shownEditionId: input?.rulesShown ?? null,
    acknowledged,
    begunAt: application.createdAt,
  });
}
