import { callPort, MessageRefused, type MessageSender, type OutgoingText } from '../../../modules/notifications';
import {
  AnswerReader,
  createPartnerClient,
  type PartnerClient,
  partnerSettingNames,
  REASON,
  readPartnerSettings,
} from '../../../modules/partner-calls';
import type { Adapter } from '../../../schema/base';

const PARTNER = 'voice gateway';

/** Has texts read out on the phone by a voice gateway's HTTP interface (assumed protocol, docs/guides/adapters.md). */
export const voiceSender = (client: PartnerClient): MessageSender<OutgoingText> => ({
  async send({ id, to, text }) {
    const { status, body } = await client.post('/v1/calls', { id, to, text }, id);
    const answer = new AnswerReader(PARTNER, body);
    if (status === 422) throw new MessageRefused(answer.text('reason', REASON));
    answer.same('id', id);
    answer.oneOf('state', ['ACCEPTED']);
  },
});

export const voiceAdapter: Adapter<MessageSender<OutgoingText>> = {
  port: callPort,
  name: 'voice-gateway',
  simulated: false,
  needs: partnerSettingNames('VOICE'),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, 'VOICE') });
    onStop?.(() => client.close());
    return voiceSender(client);
  },
};
