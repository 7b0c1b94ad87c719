import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import { type MailServer, startMailServer } from '../../../test/support/mail-server';
import { type Certificate, trustedCertificate, untrustedCertificate } from '../../../test/support/trusted-certificate';
import { readMailSettings } from './mail-settings';
import { type SmtpSender, smtpSender } from './smtp-sender';

const MAIL_FROM = 'Акме Займы <noreply@acme.example>';
const MESSAGE = { id: 'id-1', to: 'client@example.com', subject: 'Предложение займа', text: 'Ваше предложение готово.\nСрок: 15 дней.' };

describe('mail over SMTP', () => {
  let certificate: Certificate;
  let server: MailServer;
  let made: SmtpSender[];
  beforeAll(async () => {
    certificate = await trustedCertificate();
  });
  beforeEach(async () => {
    server = await startMailServer(certificate);
    made = [];
  });
  afterEach(async () => {
    for (const sender of made) sender.close();
    await server.close();
  });

  const sender = (settings: Record<string, string> = {}) => {
    const it = smtpSender(readMailSettings({ SMTP_URL: server.url, MAIL_FROM, ...settings }));
    made.push(it);
    return it;
  };

  it('arrives with its Cyrillic subject and text, under our id', async () => {
    await sender().send(MESSAGE);
    const [{ mail, from, to, secure }] = server.taken as [(typeof server.taken)[0]];
    expect({ from, to, secure }).toEqual({ from: 'noreply@acme.example', to: [MESSAGE.to], secure: true });
    expect(mail).toMatchObject({
      subject: MESSAGE.subject,
      messageId: '<id-1@acme.example>',
      from: { name: 'Акме Займы', address: 'noreply@acme.example' },
      to: [{ address: MESSAGE.to }],
    });
    expect(mail.text?.trim()).toBe(MESSAGE.text);
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
  });

  it('is TLS from the first octet where the address says so', async () => {
    const secure = await startMailServer(certificate, { secure: true });
    try {
      await sender({ SMTP_URL: secure.url }).send(MESSAGE);
      expect(secure.taken).toHaveLength(1);
    } finally {
      await secure.close();
    }
  });

  it('says nothing to a server without TLS, or one that nobody vouches for', async () => {
    const plain = await startMailServer(certificate, { disabledCommands: ['STARTTLS'] });
    const imposter = await startMailServer(await untrustedCertificate());
    try {
      await expect(sender({ SMTP_URL: plain.url }).send(MESSAGE)).rejects.toMatchObject({ code: 'SMTP_TLS' });
      await expect(sender({ SMTP_URL: imposter.url }).send(MESSAGE)).rejects.toMatchObject({ code: 'SMTP_UNREACHABLE' });
      expect([...plain.taken, ...imposter.taken]).toEqual([]);
    } finally {
      await plain.close();
      await imposter.close();
    }
  });

  it('goes once under one id', async () => {
    const own = sender();
    await Promise.all([own.send(MESSAGE), own.send(MESSAGE)]);
    await own.send(MESSAGE);
    expect(server.taken).toHaveLength(1);
  });

  it('shares a few connections', async () => {
    const own = sender();
    await Promise.all(Array.from({ length: 20 }, (_, index) => own.send({ ...MESSAGE, id: `id-${index}` })));
    expect(server.taken).toHaveLength(20);
    expect(server.connections).toBeLessThanOrEqual(3);
  });

  it.each([
    [450, 'RCPT', 'SmtpError'],
    [451, 'DATA', 'SmtpError'],
    [550, 'RCPT', 'MessageRefused'],
    [554, 'DATA', 'MessageRefused'],
  ] as const)('answered with %i at %s is a %s, and can be sent again', async (code, at, name) => {
    const own = sender();
    server.answer(() => ({ code, at }));
    await expect(own.send(MESSAGE)).rejects.toMatchObject({ name, code: `SMTP_${code}` });
    server.answer(() => null);
    await own.send(MESSAGE);
    expect(server.taken).toHaveLength(1);
  });

  it('is no final failure when the password is wrong or the server is away', async () => {
    const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(sender({ SMTP_URL: wrong }).send(MESSAGE)).rejects.toMatchObject({ name: 'SmtpError', code: 'SMTP_SIGN_IN' });
    await expect(sender({ SMTP_URL: 'smtp://a:b@localhost:1' }).send(MESSAGE)).rejects.toMatchObject({ code: 'SMTP_UNREACHABLE' });
  });

  it('goes to one mailbox, whatever its text, and adds no header by it', async () => {
    const own = sender();
    const attacks = ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', '<a@example.com> b@example.com'];
    for (const [index, to] of attacks.entries()) await own.send({ ...MESSAGE, id: `x${index}`, to }).catch(() => undefined);
    await own.send({ ...MESSAGE, id: 'y', subject: 'News\r\nBcc: b@example.com' });
    for (const { to, mail } of server.taken) {
      expect(to).toHaveLength(1);
      expect(mail.bcc).toBeUndefined();
    }
  });

  it('repeats nothing of the server’s words', async () => {
    server.answer(() => ({ code: 550, at: 'RCPT' }));
    const error = await sender()
      .send(MESSAGE)
      .catch((thrown) => thrown);
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toMatch(/client@example|refused"/);
    expect(error.cause).toBeUndefined();
  });

  it('bears a DKIM signature that its receivers can check', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const directory = mkdtempSync(join(tmpdir(), 'lexgraph-dkim-'));
    try {
      const file = join(directory, 'key.pem');
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await sender({ DKIM_DOMAIN: 'acme.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: file }).send(MESSAGE);
      const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
      const asked: string[] = [];
      const resolver = async (name: string) => {
        asked.push(name);
        return [[record]];
      };
      const raw = server.taken[0]?.raw ?? Buffer.alloc(0);
      const { results } = await dkimVerify(raw, { resolver });
      expect(results[0]).toMatchObject({ signingDomain: 'acme.example', status: { result: 'pass' } });
      expect(asked).toContain('s1._domainkey.acme.example');
      const changed = Buffer.from(
        server.taken[0]?.raw.toString('latin1').replace('Message-ID: <id-1', 'Message-ID: <id-2') ?? '',
        'latin1',
      );
      expect((await dkimVerify(changed, { resolver })).results[0]?.status.result).toBe('fail');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe('settings of mail', () => {
  const SMTP_URL = 'smtps://user:secret@mail.example';
  it('are read from two settings', () => {
    expect(readMailSettings({ SMTP_URL, MAIL_FROM: 'a@b.example' })).toEqual({
      host: 'mail.example',
      port: 465,
      tls: true,
      user: 'user',
      password: 'secret',
      from: { name: '', address: 'a@b.example' },
      dkim: null,
    });
  });

  it.each([
    [{ SMTP_URL: 'https://user:secret@mail.example' }, 'SMTP_URL must begin with smtps://'],
    [{ SMTP_URL: 'smtps://user:secret%zz@mail.example' }, 'SMTP_URL must have its user and password percent-encoded.'],
    [{ SMTP_URL: 'smtps://mail.example' }, 'SMTP_URL must name a user, a password and a host.'],
    [{ SMTP_URL: `${SMTP_URL}?tls=no` }, 'SMTP_URL must end after the host and port.'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an address or Name <address>.'],
    [{ MAIL_FROM: 'A <a@b.example>, B <b@b.example>' }, 'MAIL_FROM must be an address or Name <address>.'],
    [{ DKIM_DOMAIN: 'b.example' }, 'DKIM_SELECTOR must be the selector of the key.'],
    [{ DKIM_SELECTOR: 's1' }, 'DKIM_DOMAIN must be the domain that signs.'],
    [
      { DKIM_DOMAIN: 'b.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: '/nowhere' },
      'DKIM_KEY_FILE must be the path of a private key in PEM.',
    ],
  ])('%# are refused with a sentence that keeps the secret', (settings, sentence) => {
    const read = () => readMailSettings({ SMTP_URL, MAIL_FROM: 'a@b.example', ...settings });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow('secret');
  });
});
