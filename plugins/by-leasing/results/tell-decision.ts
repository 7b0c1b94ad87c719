import type { ApplicationRecord, TransitionEffect } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { tellResult } from './tell-result';

const sentences = {
  APPROVED: 'одобрена. Документы появятся в личном кабинете.',
  REFUSED: 'отклонена. Подробности — в личном кабинете.',
} as const;

/** What came of the application that a client's questionnaire opened: its status changes, and the client is told (7.5). */
const tell =
  (result: keyof typeof sentences) =>
  (context: CommandContext, { id, number, clientId }: ApplicationRecord) =>
    tellResult(context, { clientId, applicationId: id, name: `Заявка ${number}`, result, sentence: sentences[result] });

export const tellApproval: TransitionEffect = tell('APPROVED');
export const tellRefusal: TransitionEffect = tell('REFUSED');
