import { randomBytes } from 'node:crypto';
import { type Config, ConfigError, readConfig } from '../../gateway/config';
import { start } from '../../gateway/start';
import { installedPlugins } from '../../plugins';
import { done, newBorrower, signedLoan } from '../support/borrower';
import { type MailServer, startMailServer } from '../support/mail-server';
import { type MessageCentre, startMessageCentre } from '../support/message-centre';
import { type PartnerServer, startPartnerServer } from '../support/partner-server';
import { sealKeysFile } from '../support/seal-keys';
import { eventually, LENDER, startTestGateway, type TestGateway } from '../support/test-gateway';
import { trustedCertificate } from '../support/trusted-certificate';

const secret = (bytes: number) => randomBytes(bytes).toString('base64');

const lenders = installedPlugins.flatMap((plugin) => (plugin.lenders ?? []).map(({ code }) => code));

describe('production mode', () => {
  let centre: MessageCentre;
  let mail: MailServer;
  let partner: PartnerServer;
  let gateway: TestGateway;
  let settings: Record<string, string>;

  beforeAll(async () => {
    const certificate = await trustedCertificate();
    [centre, mail, partner] = await Promise.all([
      startMessageCentre(certificate),
      startMailServer(certificate),
      startPartnerServer(certificate),
    ]);
    settings = {
      SMS_URL: centre.url('source=Acme'),
      SMTP_URL: mail.url,
      MAIL_FROM: 'Acme <noreply@acme.example>',
      BY_PLEDGE_NBRB_URL: partner.url,
      BY_LEASING_MSI_URL: 'https://msi.example',
      BY_LEASING_MSI_CLIENT: `lender:${secret(32)}`,
      BY_LEASING_TRUST_DIR: '/etc/lexgraph/trust',
      BY_LEASING_CLAMAV: 'clamd.example:3310',
      ...Object.fromEntries(
        ['VOICE', 'TRANSFER', 'CARD', 'RU_MFO_BUREAU', 'BY_PLEDGE_ANALYTICS', 'BY_PLEDGE_CREDIT_REGISTER', 'BY_LEASING_ACCOUNTS'].flatMap(
          (name) => [
            [`${name}_URL`, partner.url],
            [`${name}_KEY`, partner.key],
          ],
        ),
      ),
    };
    const config: Partial<Config> = {
      mode: 'production',
      keys: `1:${secret(32)}`,
      sealKeys: sealKeysFile(lenders),
      identity: { issuer: 'https://id.example', audience: 'lexgraph' },
      publicUrl: 'https://graph.example',
      introspection: false,
    };
    const production = await startTestGateway({ config, settings });
    // What a person reads on the phone and in the mailbox; there is no inbox of the sandbox here.
    const messages: TestGateway['messages'] = async (to) => {
      const caught = { id: '', to, at: '' };
      return to.startsWith('+')
        ? centre
            .texts(to)
            .map((text) => ({ ...caught, channel: 'SMS' as const, subject: null, text }))
            .reverse()
        : mailsTo(to)
            .map(({ subject = '', text = '' }) => ({ ...caught, channel: 'EMAIL' as const, subject, text }))
            .reverse();
    };
    gateway = { ...production, messages };
  });
  afterAll(async () => {
    await gateway?.stop();
    await Promise.all([centre.close(), mail.close(), partner.close()]);
  });

  const mailsTo = (to: string) => mail.taken.filter((taken) => taken.to.includes(to)).map((taken) => taken.mail);

  it('carries codes, terms and money over the real protocols', async () => {
    const at = '2023-04-28T09:00:00Z';
    const clean = {
      number: 'r-1',
      bureaus: ['acme'],
      madeAt: at,
      found: false,
      openLoans: [],
      longestOverdueDays: 0,
      selfBans: [],
      inquiries: [],
    };
    partner.answer(({ path, body: { id, amount, currency } }) => {
      if (path === '/v1/reports') return { body: { id, state: 'READY', report: clean } };
      if (path !== '/v1/transfers') return { status: 404 };
      return { body: { id, state: 'SETTLED', amount, currency, partner: 'acme-pay', operationId: 'op-1', at: '2023-04-28T10:00:00Z' } };
    });
    const borrower = await newBorrower(gateway);
    expect(centre.texts(borrower.phone)[0]).toMatch(/\d{4,8}/);
    expect(mailsTo(borrower.email)[0]?.text).toMatch(/\d{4,8}/);

    const officer = gateway.as({ token: await gateway.token({ kind: 'OFFICER' }), lender: LENDER });
    const { id, contractId } = await signedLoan(borrower, officer);
    const terms = await eventually(() => mailsTo(borrower.email).find(({ subject }) => subject?.startsWith('Индивидуальные условия')));
    expect(terms.text).toMatch(/15\s000\sрублей/);
    expect(terms.from?.address).toBe('noreply@acme.example');

    const ORDER = 'mutation ($id: ID!) { orderTransfer(input: { contractId: $id }) { findings { code severity } } }';
    await done(officer(ORDER, { id: contractId }));
    const QUERY = 'query ($id: ID!) { application(id: $id) { status } }';
    await eventually(async () => (await borrower.ask(QUERY, { id })).data?.application.status === 'CONCLUDED');
    const transfers = partner.calls.filter(({ path }) => path === '/v1/transfers');
    expect(transfers.map(({ body }) => [body.amount, body.currency])).toEqual([['15000.00', 'RUB']]);

    const log = gateway.logged.join('\n');
    for (const told of [borrower.phone, borrower.email, ...Object.values(settings).filter((value) => value.includes(':'))]) {
      expect(log).not.toContain(told);
    }
  });

  it('has no route of the sandbox', async () => {
    for (const path of ['/sandbox/inbox', '/sandbox/tokens', '/sandbox/cards']) {
      expect((await fetch(`${gateway.url}${path}`)).status).toBe(404);
    }
  });
});

describe('a start in production mode', () => {
  const configured = {
    LEXGRAPH_MODE: 'production',
    // Nobody listens there: whoever opened a database would fail by that.
    DATABASE_URL: 'postgres://app@127.0.0.1:1/x',
    DATABASE_OWNER_URL: 'postgres://owner@127.0.0.1:1/x',
    DATABASE_WORKER_URL: 'postgres://worker@127.0.0.1:1/x',
    LEXGRAPH_KEYS: `1:${secret(32)}`,
    SEAL_KEYS: '/etc/lexgraph/seal-keys.json',
    OIDC_ISSUER: 'https://id.example',
    PUBLIC_URL: 'https://graph.example',
  };
  const startWith = (settings: Record<string, string>) => start({ config: readConfig(configured), settings });

  it('names every outside system that is missing, before it opens the database', async () => {
    await expect(startWith({})).rejects.toThrow(
      new ConfigError(
        'These ports have no adapter: payments.transfer (needs TRANSFER_URL, TRANSFER_KEY); payments.card (needs CARD_URL, CARD_KEY); ' +
          'notifications.sms (needs SMS_URL); notifications.call (needs VOICE_URL, VOICE_KEY); ' +
          'notifications.email (needs SMTP_URL, MAIL_FROM); ' +
          'by-leasing.malware-scanner (needs BY_LEASING_CLAMAV); ' +
          'by-leasing.lender-accounts (needs BY_LEASING_ACCOUNTS_URL, BY_LEASING_ACCOUNTS_KEY); ' +
          'by-leasing.msi (needs BY_LEASING_MSI_URL, BY_LEASING_MSI_CLIENT); ' +
          'by-leasing.trust (needs BY_LEASING_TRUST_DIR); ' +
          'by-pledge.vehicle-analytics (needs BY_PLEDGE_ANALYTICS_URL, BY_PLEDGE_ANALYTICS_KEY); ' +
          'by-pledge.national-bank-rates (needs BY_PLEDGE_NBRB_URL); ' +
          'by-pledge.credit-register (needs BY_PLEDGE_CREDIT_REGISTER_URL, BY_PLEDGE_CREDIT_REGISTER_KEY); ' +
          'ru-mfo.bureau (needs RU_MFO_BUREAU_URL, RU_MFO_BUREAU_KEY).',
      ),
    );
  });

  it('names what cannot be used, and keeps the secrets in it', async () => {
    const error = await startWith({
      SMS_URL: 'smpp://id:hidden@sms.example?source=Acme',
      SMTP_URL: 'https://id:hidden@mail.example',
      MAIL_FROM: 'a@acme.example',
      CARD_URL: 'http://pay.example',
      CARD_KEY: 'a:hidden',
    }).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    const { message } = error as Error;
    expect(message).toContain('payments.card (CARD_URL must be an address that begins with https://)');
    expect(message).toContain('notifications.sms (SMS_URL must begin with smpps://, or say plain=private');
    expect(message).toContain('notifications.email (SMTP_URL must begin with smtps://');
    expect(message).not.toContain('hidden');
  });
});
