import type { Locale } from '../../schema/base';
import { type Facts, type Sentence, sentence } from '../../schema/base';
import type { CommandContext } from '../commands';
import { fieldAad, fieldCipherPort } from '../database';
import { notify } from '../notifications';
import type { WebhookRecord } from './webhook.record';

export const noticeAad = (lenderId: string, id: string): string =>
  fieldAad({ lenderId, table: 'core.webhook', id, column: 'notice_email_enc' });

const texts = {
  GONE: {
    en: 'The endpoint {host} answered 410 (Gone): nothing more is sent to it. Its events wait until you call resumeWebhook.',
    ru: 'Точка доставки {host} ответила 410 (Gone): отправка остановлена. События ждут вызова resumeWebhook.',
    be: 'Пункт дастаўкі {host} адказаў 410 (Gone): адпраўка спынена. Падзеі чакаюць выкліку resumeWebhook.',
  },
  FAILING: {
    en: 'The endpoint {host} has failed for five days: nothing more is sent to it. Its events wait until you call resumeWebhook.',
    ru: 'Точка доставки {host} не принимает сообщения пять дней: отправка остановлена. События ждут вызова resumeWebhook.',
    be: 'Пункт дастаўкі {host} не прымае паведамленні пяць дзён: адпраўка спынена. Падзеі чакаюць выкліку resumeWebhook.',
  },
  HELD: {
    en: 'Events for the endpoint {host} wait: {problem}. Read `Webhook.problem` for what to do.',
    ru: 'События для точки доставки {host} ждут: {problem}. Что делать, показывает `Webhook.problem`.',
    be: 'Падзеі для пункта дастаўкі {host} чакаюць: {problem}. Што рабіць, паказвае `Webhook.problem`.',
  },
} satisfies Readonly<Record<string, Sentence>>;

/** Writes to the address that the owner named for it; without one there is the event and the graph. */
export async function tellOwner(
  context: CommandContext,
  webhook: WebhookRecord,
  about: keyof typeof texts,
  facts: Facts = {},
): Promise<void> {
  const { lenderId, id, noticeEmailEnc, url, locale } = webhook;
  if (!noticeEmailEnc) return;
  const to = context.ports.get(fieldCipherPort).decrypt(noticeEmailEnc, noticeAad(lenderId, id)).toString('utf8');
  const text = sentence(texts[about], locale as Locale, { host: new URL(url).host, ...facts });
  await notify(context, {
    clientId: null,
    channel: 'EMAIL',
    kind: `WEBHOOK_${about}`,
    to,
    subject: `${context.lender.name}: webhook`,
    text,
  });
}
