import { lockClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldCipherPort, uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { cardNumberFault } from '../texts';
import { MessageEntity } from './message.entity';
import { messageAad } from './message.record';

export interface SendMessage {
  readonly clientId: string;
  readonly text: string;
}

export interface SendMessageResult extends CommandResult {
  readonly clientId?: string;
  readonly messageId?: string;
}

const MAX_TEXT = 4_000;

/** Client and lender write to each other in the personal account. */
export const sendMessage = defineCommand<SendMessage, SendMessageResult>({
  name: 'ruMfoSendMessage',
  plugin: PLUGIN,
  emits: ['RuMfoMessageSent'],
  async run({ clientId, text }, context) {
    const client = await lockClient(context, clientId);
    if (!text.trim() || text.length > MAX_TEXT)
      throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'text'], { field: 'text' })]);
    const card = cardNumberFault(text, ['input', 'text']);
    if (card) throw new Refusal([card]);
    const author = context.caller.kind === 'CLIENT' ? 'CLIENT' : 'LENDER';
    const id = uuidv7(context.now.epochMilliseconds);
    perform(context.lender.code, 'account.messages');
    await context.transaction.insert(MessageEntity, {
      lenderId: context.lender.id,
      id,
      clientId: client.id,
      author,
      textEnc: context.ports.get(fieldCipherPort).encrypt(text, messageAad(context.lender.id, id)),
      sentBy: `${context.caller.kind}:${context.caller.subject}`,
      sentAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoMessageSent',
      subject: { type: 'Client', id: client.id },
      clientId: client.id,
      plugin: PLUGIN,
      payload: { clientId: client.id, ruMfoMessageId: id, author },
    });
    return { clientId: client.id, messageId: id };
  },
});
