import type { HttpRoute, RouteAnswer, RouteContext } from '../../../modules/execution';
import { lenderDirectory } from '../../../modules/lenders';
import { type Finding, findingOf } from '../../../modules/rules';
import { type Locale, sentence } from '../../../schema/base';
import { accountErrors } from '../accounts/accounts.errors';
import { cite } from '../cite';
import { type MsiAnswer, MsiError, msiPort } from '../msi';
import { bookAnswer, bookFault } from './book-answer.command';
import { identificationErrors } from './identification.errors';
import { type TakenAnswer, takeAnswer } from './take-answer.command';

export const CALLBACK_PATH = '/by-leasing/msi/callback';
/** The cookie by which the browser that was sent to МСИ is known again. */
export const BROWSER_COOKIE = 'by-leasing-msi';

/** A state names the lender, for МСИ knows one address of the gateway for all: `code.random`. */
const STATE = /^([a-z0-9-]{1,64})\.[\w-]{16,128}$/;
const KEY = /^[\w-]{16,128}$/;

/** Where МСИ sends a browser back. Whoever comes is nobody yet: state, browser and what МСИ signed decide. */
export const callbackRoute: HttpRoute = {
  path: CALLBACK_PATH,
  async handle({ url, cookies, locale }, context) {
    const state = url.searchParams.get('state') ?? '';
    const lender = context.ports.get(lenderDirectory).byCode(STATE.exec(state)?.[1] ?? '');
    if (!lender) return page(locale, [findingOf('BY_LEASING_MSI_STATE_UNKNOWN', cite('by-leasing/5.1.2/p1'))]);
    const key = cookies.get(BROWSER_COOKIE) ?? '';
    const taken = await context.execute(takeAnswer, { state, browserKey: KEY.test(key) ? key : null }, lender.id);
    return page(locale, taken.findings ?? (await trade(url, taken, context, lender.id)));
  },
};

/** Trades what the browser brought for the data, outside of any transaction, and books what came. */
async function trade(url: URL, { identificationId, method, secrets }: TakenAnswer, context: RouteContext, lenderId: string) {
  const identification = { identificationId: identificationId! };
  let answer: MsiAnswer;
  try {
    answer = await context.ports.get(msiPort).callback(url, method!, secrets!);
  } catch (error) {
    const { fault, requestId } = error instanceof MsiError ? error : { fault: 'UNREACHABLE' as const, requestId: null };
    return (await context.execute(bookFault, { ...identification, fault, requestId }, lenderId)).findings ?? [];
  }
  return (await context.execute(bookAnswer, { ...identification, answer }, lenderId)).findings ?? [];
}

const words = {
  title: { en: 'Identification', ru: 'Идентификация', be: 'Ідэнтыфікацыя' },
  done: {
    en: 'Your data are confirmed. You may go back to the cabinet.',
    ru: 'Ваши данные подтверждены. Можно вернуться в личный кабинет.',
    be: 'Вашы даныя пацверджаны. Можна вярнуцца ў асабісты кабінет.',
  },
} as const;

function page(locale: Locale, findings: readonly Finding[]): RouteAnswer {
  const items = findings.map((finding) => {
    const text = [...identificationErrors.definitions, ...accountErrors.definitions].find(({ code }) => code === finding.code);
    const said = text ? sentence(text, locale, finding.facts) : finding.code;
    return `<li data-code="${finding.code}" data-clause="${finding.clauses.join(' ')}">${escaped(said)}</li>`;
  });
  const content = items.length > 0 ? `<ul role="alert">${items.join('')}</ul>` : `<p role="status">${words.done[locale]}</p>`;
  return {
    status: items.length > 0 ? 422 : 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${words.title[locale]}</title><h1>${words.title[locale]}</h1>${content}</html>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);
