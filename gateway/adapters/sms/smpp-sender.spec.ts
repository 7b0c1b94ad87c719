import fc from 'fast-check';
import { PDU } from 'smpp';
import type { DeliveryReceipt } from '../../../modules/notifications';
import { type MessageCentre, startMessageCentre } from '../../../test/support/message-centre';
import { eventually } from '../../../test/support/test-gateway';
import { trustedCertificate, untrustedCertificate } from '../../../test/support/trusted-certificate';
import { SMPP_TIMINGS, type SmppTimings } from './smpp-link';
import { type SmppSender, smppSender } from './smpp-sender';
import { readSmsSettings } from './sms-settings';

const TIMINGS: SmppTimings = { ...SMPP_TIMINGS, answer: 400, link: 1_500, firstPause: 20, longestPause: 100 };
const TO = '+79990000001';
const THROTTLED = 0x58;

describe('short messages over SMPP', () => {
  let centre: MessageCentre;
  let made: SmppSender[];
  beforeEach(async () => {
    centre = await startMessageCentre();
    made = [];
  });
  afterEach(async () => {
    for (const sender of made) await sender.close();
    await centre.close();
  });

  const sender = (options = 'source=Acme', timings: Partial<SmppTimings> = {}) => {
    const it = smppSender(readSmsSettings({ SMS_URL: centre.url(options) }), { ...TIMINGS, ...timings });
    made.push(it);
    return it;
  };

  it('arrive with their sender, in Latin and in Cyrillic', async () => {
    const own = sender();
    await own.send({ id: '1', to: TO, text: 'Code 123456.' });
    await own.send({ id: '2', to: TO, text: 'Код 123456. Никому не сообщайте.' });
    expect(centre.texts(TO)).toEqual(['Code 123456.', 'Код 123456. Никому не сообщайте.']);
    expect(centre.taken[0]?.pdu).toMatchObject({ source_addr: 'Acme', data_coding: 0, registered_delivery: 1, esm_class: 0 });
    expect(centre.taken[1]?.pdu).toMatchObject({ data_coding: 8, destination_addr: '79990000001' });
    expect(centre.binds).toHaveLength(1);
  });

  it.each(['source=Acme', 'source=Acme&long=payload'])('are whole on the phone, however long (%s)', async (options) => {
    const own = sender(`${options}&perSecond=10000`);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('ж', 'q', '7', '€', '😀', '\n', ' '), maxLength: 700 }), async (text) => {
        count += 1;
        const to = `+7999${String(count).padStart(7, '0')}`;
        await own.send({ id: `p${count}`, to, text });
        expect(centre.texts(to)).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  it('are not cut where they fit: 70 characters of Cyrillic, 160 of Latin', async () => {
    const own = sender();
    for (const [id, text] of ['ж'.repeat(70), 'a'.repeat(160), 'ж'.repeat(71), 'a'.repeat(161)].entries()) {
      await own.send({ id: String(id), to: TO, text });
    }
    expect(centre.taken.map(({ pdu }) => pdu.short_message?.message.length)).toEqual([70, 160, 67, 4, 153, 8]);
  });

  it('too long for any phone are refused for good', async () => {
    await expect(sender().send({ id: '1', to: TO, text: 'ж'.repeat(67 * 255 + 1) })).rejects.toMatchObject({
      name: 'MessageRefused',
      code: 'SMS_TOO_LONG',
    });
    expect(centre.taken).toEqual([]);
  });

  it('go once under one id, asked for twice or at the same time', async () => {
    const own = sender();
    const message = { id: '1', to: TO, text: 'once' };
    await Promise.all([own.send(message), own.send(message)]);
    await own.send(message);
    expect(centre.texts(TO)).toEqual(['once']);
  });

  it('of several parts go on after the parts that were taken', async () => {
    const own = sender();
    let count = 0;
    centre.answer('submit_sm', () => (++count === 2 ? 0x08 : 0));
    const message = { id: '1', to: TO, text: 'ж'.repeat(180) };
    await expect(own.send(message)).rejects.toMatchObject({ code: 'ESME_RSYSERR' });
    await own.send(message);
    expect(centre.taken).toHaveLength(3);
    expect(centre.texts(TO)).toEqual([message.text]);
  });

  it('wait while the operator asks for patience', async () => {
    const own = sender();
    let count = 0;
    centre.answer('submit_sm', () => (++count <= 2 ? THROTTLED : 0));
    const begin = Date.now();
    await own.send({ id: '1', to: TO, text: 'patience' });
    expect(Date.now() - begin).toBeGreaterThanOrEqual(1_400);
    expect(centre.texts(TO)).toEqual(['patience']);
  });

  it('to no number are refused for good, with the operator’s code', async () => {
    centre.answer('submit_sm', () => 0x0b);
    await expect(sender().send({ id: '1', to: '+0', text: 'x' })).rejects.toMatchObject({
      name: 'MessageRefused',
      code: 'ESME_RINVDSTADR',
    });
  });

  it('that nobody answered for fail, and go on a later attempt', async () => {
    const own = sender();
    centre.answer('submit_sm', () => 'NEVER');
    await expect(own.send({ id: '1', to: TO, text: 'x' })).rejects.toMatchObject({ code: 'SMPP_TIMEOUT' });
    centre.answer('submit_sm', () => 0);
    await own.send({ id: '1', to: TO, text: 'x' });
    expect(centre.texts(TO)).toEqual(['x']);
  });

  it('keep to the operator’s pace and window', async () => {
    const own = sender('source=Acme&perSecond=100&window=3');
    let [open, most] = [0, 0];
    centre.answer('submit_sm', () => {
      most = Math.max(most, ++open);
      setTimeout(() => (open -= 1), 0);
      return 0;
    });
    const begin = Date.now();
    await Promise.all(Array.from({ length: 30 }, (_, index) => own.send({ id: String(index), to: TO, text: 'x' })));
    expect(Date.now() - begin).toBeGreaterThanOrEqual(280);
    expect(most).toBeLessThanOrEqual(3);
    expect(centre.texts(TO)).toHaveLength(30);
  });

  it('say so when the password is wrong', async () => {
    const wrong = smppSender({ ...readSmsSettings({ SMS_URL: centre.url() }), password: 'wrong' }, { ...TIMINGS, link: 300 });
    made.push(wrong);
    await expect(wrong.send({ id: '1', to: TO, text: 'x' })).rejects.toMatchObject({ code: 'ESME_RINVPASWD' });
  });

  it('find a new link after each loss', async () => {
    const own = sender();
    for (const id of ['1', '2', '3']) {
      await own.send({ id, to: TO, text: id });
      centre.cut();
    }
    expect(centre.texts(TO)).toEqual(['1', '2', '3']);
    await eventually(() => centre.binds.length === 4);
  });

  it('have one link again after the operator said goodbye', async () => {
    const own = sender();
    await own.send({ id: '1', to: TO, text: '1' });
    const [session] = centre.sessions;
    // The operator waits for our end of the connection, while the next message goes out already.
    session?.send(new PDU('unbind'));
    await eventually(() => session?.socket.readableEnded || centre.sessions.length === 0 || centre.binds.length > 1);
    await Promise.all(['2', '3'].map((id) => own.send({ id, to: TO, text: id })));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(centre.texts(TO).sort()).toEqual(['1', '2', '3']);
    expect(centre.sessions).toHaveLength(1);
    expect(centre.binds).toHaveLength(2);
  });

  it('find a new link after the operator fell silent', async () => {
    const own = sender('source=Acme', { enquire: 50 });
    await own.send({ id: '1', to: TO, text: '1' });
    centre.answer('enquire_link', () => 'NEVER');
    await eventually(() => centre.binds.length >= 2);
    centre.answer('enquire_link', () => 0);
    await own.send({ id: '2', to: TO, text: '2' });
    expect(centre.texts(TO)).toEqual(['1', '2']);
  });

  it('go on after whatever else the operator says', async () => {
    const own = sender();
    await own.send({ id: '1', to: TO, text: '1' });
    const [session] = centre.sessions;
    for (const command of ['alert_notification', 'outbind', 'deliver_sm', 'submit_sm_resp', 'enquire_link'])
      session?.send(new PDU(command));
    // A request that SMPP 3.4 does not know: sixteen octets of header.
    session?.socket.write(Buffer.from('00000010000001990000000000000063', 'hex'));
    await own.send({ id: '2', to: TO, text: '2' });
    expect(centre.texts(TO)).toEqual(['1', '2']);
    expect(centre.binds).toHaveLength(1);
  });

  it('drop a link that makes no sense, and find another', async () => {
    const own = sender();
    await own.send({ id: '1', to: TO, text: '1' });
    for (const hex of ['ffffffff', '00000005ff']) {
      centre.sessions[0]?.socket.write(Buffer.from(hex, 'hex'));
      const before = centre.binds.length;
      await eventually(() => centre.binds.length > before);
    }
    await own.send({ id: '2', to: TO, text: '2' });
    expect(centre.texts(TO)).toEqual(['1', '2']);
  });

  it('fail in time where there is no operator', async () => {
    const own = sender('source=Acme', { link: 200 });
    await centre.close();
    await expect(own.send({ id: '1', to: TO, text: 'x' })).rejects.toMatchObject({ code: 'SMPP_UNREACHABLE' });
    centre = await startMessageCentre();
  });

  describe('whose receipts come', () => {
    let receipts: DeliveryReceipt[];
    const told = (count: number) => eventually(() => receipts.length === count);
    const listening = () => {
      receipts = [];
      const own = sender();
      own.onReceipt((receipt) => receipts.push(receipt));
      return own;
    };

    it('tell whether they arrived, as a text or as fields', async () => {
      const own = listening();
      for (const id of ['a', 'b', 'c', 'd']) await own.send({ id, to: TO, text: id });
      const [a, b, c, d] = centre.taken as [(typeof centre.taken)[0], ...typeof centre.taken];
      await centre.receipt(a, { stat: 'ENROUTE' });
      await centre.receipt(a, { stat: 'DELIVRD' });
      await centre.receipt(b!, { stat: 'EXPIRED' });
      await centre.receipt(c!, { messageState: 5 });
      await centre.receipt(d!, { messageState: 2 });
      await centre.receipt({ ...d!, id: 'stranger' }, { messageState: 2 });
      await told(4);
      expect(receipts).toEqual([
        { id: 'a', failure: null },
        { id: 'b', failure: 'SMS_EXPIRED' },
        { id: 'c', failure: 'SMS_UNDELIVERABLE' },
        { id: 'd', failure: null },
      ]);
    });

    it('count for the whole text: it arrived with its last part, it failed with its first that did not', async () => {
      const own = listening();
      await own.send({ id: 'long', to: TO, text: 'ж'.repeat(100) });
      await own.send({ id: 'lost', to: TO, text: 'ж'.repeat(100) });
      const [one, two, three, four] = centre.taken as never as [never, never, never, never];
      await centre.receipt(two, { stat: 'DELIVRD' });
      expect(receipts).toEqual([]);
      await centre.receipt(one, { stat: 'DELIVRD' });
      await centre.receipt(three, { stat: 'UNDELIV' });
      await centre.receipt(four, { stat: 'UNDELIV' });
      await told(2);
      expect(receipts).toEqual([
        { id: 'long', failure: null },
        { id: 'lost', failure: 'SMS_UNDELIVERABLE' },
      ]);
    });

    it('may be faster than the answers', async () => {
      const own = listening();
      centre.onTaken = (part) => void centre.receipt(part, { stat: 'REJECTD' });
      await own.send({ id: 'fast', to: TO, text: 'ж'.repeat(100) });
      await told(1);
      expect(receipts).toEqual([{ id: 'fast', failure: 'SMS_REJECTED' }]);
    });
  });
});

describe('short messages over TLS', () => {
  it('arrive where the certificate is vouched for, and go nowhere else', async () => {
    for (const [certificate, outcome] of [
      [await trustedCertificate(), 1],
      [await untrustedCertificate(), 0],
    ] as const) {
      const centre = await startMessageCentre(certificate);
      const own = smppSender(readSmsSettings({ SMS_URL: centre.url() }), { ...TIMINGS, link: outcome ? 1_500 : 300 });
      const sent = own.send({ id: '1', to: TO, text: 'тайна' }).then(
        () => 1,
        () => 0,
      );
      expect(await sent).toBe(outcome);
      expect(centre.texts(TO)).toHaveLength(outcome);
      await own.close();
      await centre.close();
    }
  });
});

describe('settings of short messages', () => {
  it('are read from one address', () => {
    expect(
      readSmsSettings({ SMS_URL: 'smpps://id:p%40ss@sms.example?source=%2B79990000001&window=5&perSecond=7&long=payload&systemType=VMA' }),
    ).toEqual({
      host: 'sms.example',
      port: 3550,
      tls: true,
      systemId: 'id',
      password: 'p@ss',
      systemType: 'VMA',
      source: '+79990000001',
      window: 5,
      perSecond: 7,
      long: 'PAYLOAD',
    });
  });

  it.each([
    ['', 'must begin with smpps://'],
    ['https://id:secret@sms.example?source=Acme', 'must begin with smpps://'],
    ['smpp://id:secret@sms.example?source=Acme', 'or say plain=private'],
    ['smpps://sms.example?source=Acme', 'must name a system id, a password and a host'],
    ['smpps://id:secret%zz@sms.example?source=Acme', 'must have its user and password percent-encoded'],
    ['smpps://id:secret@sms.example', 'must have source='],
    ['smpps://id:secret@sms.example?source=TooLongForASender', 'must have source='],
    ['smpps://id:secret@sms.example?source=Acme&window=0', 'must have a window from 1 to 1000'],
    ['smpps://id:secret@sms.example?source=Acme&windows=1', 'and no other option'],
    ['smpps://id:secret@sms.example?source=Acme&long=both', 'may have long=header or long=payload'],
  ])('%p are refused with a sentence that keeps the secret', (url, sentence) => {
    expect(() => readSmsSettings({ SMS_URL: url })).toThrow(sentence);
    expect(() => readSmsSettings({ SMS_URL: url })).not.toThrow('secret');
  });
});
