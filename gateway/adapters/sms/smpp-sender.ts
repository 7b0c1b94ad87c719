import { type DeliveryReceipt, MessageRefused, type MessageSender, type OutgoingText, smsPort } from '../../../modules/notifications';
import type { Adapter } from '../../../schema/base';
import { Once } from '../once';
import { Pace } from './pace';
import { AwaitedReceipts, type Fate, readReceipt } from './receipts';
import { SmppError } from './smpp-error';
import { SMPP_TIMINGS, SmppLink, type SmppTimings } from './smpp-link';
import { readSmsSettings, type SmsSettings } from './sms-settings';
import { splitText, type TextPart, wholeText } from './text-parts';

/** The operator asks for patience (SMPP 3.4, 5.1.3). */
const BUSY = new Set(['ESME_RTHROTTLED', 'ESME_RMSGQFUL']);
/** No later attempt would help: the number, or the text, is not one that the operator takes. */
const REFUSED = new Set(['ESME_RINVDSTADR', 'ESME_RINVDSTTON', 'ESME_RINVDSTNPI', 'ESME_RINVMSGLEN', 'ESME_RX_P_APPN']);

const REMEMBERED = 20_000;
/** The dispatcher's lease is a minute: no request begins later than this, so that all have ended by then. */
const PATIENCE_MILLISECONDS = 30_000;
const FIRST_HOLD_MILLISECONDS = 500;

/** A text on its way: parts that the operator took are not sent again. */
interface Progress {
  readonly parts: readonly TextPart[];
  readonly taken: string[];
}

export interface SmppSender extends MessageSender<OutgoingText> {
  onReceipt(listener: (receipt: DeliveryReceipt) => void): void;
  close(): Promise<void>;
}

/** Sends short messages over SMPP 3.4 as a transceiver. */
export function smppSender(settings: SmsSettings, timings: SmppTimings = SMPP_TIMINGS): SmppSender {
  const once = new Once(REMEMBERED);
  const pace = new Pace({ atATime: settings.window, perSecond: settings.perSecond });
  const awaited = new AwaitedReceipts(REMEMBERED);
  const begun = new Map<string, Progress>();
  let tell: (receipt: DeliveryReceipt) => void = () => undefined;
  let reference = Math.floor(Math.random() * 256);

  const link = new SmppLink(settings, timings, (pdu) => {
    const receipt = readReceipt(pdu);
    announce(receipt && awaited.take(receipt));
  });

  /** Tells a text's fate, after `send` has told that it was taken. */
  function announce(fate: Fate | null): void {
    if (fate)
      Promise.resolve(once.of(fate.id)).then(
        () => tell(fate),
        () => undefined,
      );
  }

  function begin(text: string): Progress {
    if (settings.long === 'PAYLOAD') return { parts: [wholeText(text)], taken: [] };
    reference = (reference + 1) % 256;
    try {
      return { parts: splitText(text, reference), taken: [] };
    } catch (error) {
      if (error instanceof RangeError) throw new MessageRefused('SMS_TOO_LONG');
      throw error;
    }
  }

  async function submit(to: string, part: TextPart, end: number): Promise<string> {
    for (let hold = FIRST_HOLD_MILLISECONDS; ; hold *= 2) {
      try {
        const answer = await pace.run(async () => {
          if (Date.now() > end) throw new SmppError('SMPP_QUEUE_FULL');
          return link.request('submit_sm', fieldsOf(settings, to, part));
        });
        return answer.message_id ?? '';
      } catch (error) {
        const code = error instanceof SmppError ? error.code : '';
        if (REFUSED.has(code)) throw new MessageRefused(code);
        if (!BUSY.has(code) || Date.now() + hold > end) throw error;
        pace.hold(hold);
      }
    }
  }

  async function carry({ id, to, text }: OutgoingText): Promise<void> {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    const progress = begun.get(id) ?? begin(text);
    begun.set(id, progress);
    const [oldest] = begun.keys();
    if (oldest !== undefined && begun.size > REMEMBERED) begun.delete(oldest);
    for (const part of progress.parts.slice(progress.taken.length)) progress.taken.push(await submit(to, part, end));
    begun.delete(id);
    announce(awaited.add(id, progress.taken.filter(Boolean)));
  }

  return {
    send: (message) => once.run(message.id, () => carry(message)),
    onReceipt: (listener) => {
      tell = listener;
    },
    close: () => link.close(),
  };
}

// SMPP 3.4, 5.2.5 to 5.2.7: kinds of numbers. 5.2.12, 5.2.17: a header is in the text; a receipt is wanted of the final state.
const INTERNATIONAL = { ton: 1, npi: 1 };
const SHORT_CODE = { ton: 3, npi: 0 };
const NAME = { ton: 5, npi: 0 };
const HAS_HEADER = 0x40;
const RECEIPT_WANTED = 1;
/** What `short_message` holds; longer texts go as `message_payload`. */
const SHORT_MESSAGE_OCTETS = 254;

function fieldsOf({ source }: SmsSettings, to: string, { dataCoding, header, content }: TextPart) {
  const from = source.startsWith('+') ? INTERNATIONAL : /^\d+$/.test(source) ? SHORT_CODE : NAME;
  const message = Buffer.concat([header, content]);
  return {
    source_addr_ton: from.ton,
    source_addr_npi: from.npi,
    source_addr: source.replace(/^\+/, ''),
    dest_addr_ton: INTERNATIONAL.ton,
    dest_addr_npi: INTERNATIONAL.npi,
    destination_addr: to.replace(/^\+/, ''),
    esm_class: header.length > 0 ? HAS_HEADER : 0,
    registered_delivery: RECEIPT_WANTED,
    data_coding: dataCoding,
    ...(message.length > SHORT_MESSAGE_OCTETS ? { message_payload: message } : { short_message: message }),
  };
}

export const smsAdapter: Adapter<MessageSender<OutgoingText>> = {
  port: smsPort,
  name: 'smpp',
  simulated: false,
  needs: ['SMS_URL'],
  create({ settings, onStop }) {
    const sender = smppSender(readSmsSettings(settings));
    onStop?.(() => sender.close());
    return sender;
  },
};
