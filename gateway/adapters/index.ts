import type { Adapter } from '../../schema/base';
import { mailAdapter } from './mail/smtp-sender';
import { cardAdapter } from './partners/card-partner';
import { transferAdapter } from './partners/transfer-partner';
import { voiceAdapter } from './partners/voice-gateway';
import { smsAdapter } from './sms/smpp-sender';

/** What production reaches the outside systems of the core by. */
export const productionAdapters: readonly Adapter[] = [smsAdapter, voiceAdapter, mailAdapter, transferAdapter, cardAdapter];
