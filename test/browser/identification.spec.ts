import type { Page } from 'playwright-core';
import { anonymous } from '../../modules/access';
import type { Command, CommandResult } from '../../modules/commands';
import { confirmRegistration, startRegistration } from '../../plugins/by-leasing/accounts/register.commands';
import { requestSignIn, signInToCabinet } from '../../plugins/by-leasing/accounts/sign-in.commands';
import { type Person, startBrowser, type TestBrowser } from '../support/browser';
import { type Ask, type Listener, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

const LENDER = 'mikro-leasing';

const begin = `mutation ($input: ByLeasingBeginIdentificationInput!) {
  byLeasingBeginIdentification(input: $input) { redirectUrl browserKey identification { id status } findings { code clauses { id } } }
}`;
const own = `query ($id: ID!) { node(id: $id) { ... on Client { byLeasing {
  nextStep
  identification { status source method refusal msiRequestId record { identifiedAt subject xml xmlSha256 } }
  sdoConsents { givenAt msiRequestId }
  dataVersions { no source writtenNotice }
} } } }`;
const statuses = 'subscription { byLeasingIdentificationStatusChanged { from to cursor identification { status } } }';

describe('identification through МСИ in a browser', () => {
  let gateway: TestGateway;
  let browser: TestBrowser;
  beforeAll(async () => {
    gateway = await startTestGateway({ at: '2026-06-01T08:00:00Z' });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  let people = 0;

  async function execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input): Promise<Result> {
    const lender = gateway.parts.lenders.byCode(LENDER)!;
    const caller = anonymous(lender.id);
    const result = await gateway.parts.runner.execute(command, input, { caller, lender, locale: 'ru', requestId: 'test' });
    if (result.findings && result.findings.length > 0) throw new Error(JSON.stringify(result.findings));
    return result;
  }

  /** The last code that was sent to a phone. */
  async function codeSentTo(phone: string, before = 0): Promise<string> {
    for (let tries = 0; tries < 500; tries++) {
      const messages = await gateway.messages(phone);
      if (messages.length > before) return /\d{4,}/.exec(messages[0]!.text)![0];
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('No code came.');
  }

  interface Client {
    readonly id: string;
    readonly token: string;
    readonly ask: Ask;
  }

  /** Registers somebody who then comes in to the cabinet. */
  async function signedIn(kind: 'INDIVIDUAL' | 'LEGAL_ENTITY' = 'INDIVIDUAL'): Promise<Client> {
    const phone = `+37529${String(7_000_000 + ++people)}`;
    const names =
      kind === 'INDIVIDUAL' ? { surname: 'Примеров', firstName: 'Проба' } : { organisationName: 'ООО «Пример»', unp: '193498948' };
    const form = { kind, phone, ...names, termsAccepted: true, termsVersion: '236/2026-05-12', marketing: false };
    const { registrationId } = await execute(startRegistration, form);
    await execute(confirmRegistration, { registrationId: registrationId!, password: await codeSentTo(phone) });
    gateway.clock.advance({ minutes: 2 });
    const known = (await gateway.messages(phone)).length;
    const { ceremonyId } = await execute(requestSignIn, { phone });
    const secret = await codeSentTo(phone, known);
    const { tokens } = await execute(signInToCabinet, { phone, unp: names.unp ?? null, ceremonyId: ceremonyId!, secret });
    const ask = gateway.as({ token: tokens!.accessToken, lender: LENDER, locale: 'ru' });
    const { data } = await ask<Values>('{ viewer { client { id } } }');
    return { id: data.viewer.client.id, token: tokens!.accessToken, ask };
  }

  /** What a cabinet in the browser does: asks the gateway, keeps the key as a cookie, goes to МСИ. */
  async function goToMsi(page: Page, { token }: Client, way = 'PERSONAL_DATA'): Promise<void> {
    await page.goto(`${gateway.url}/health`);
    await page.evaluate(
      async ([query, authorization, lender, chosen]) => {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization, 'lexgraph-lender': lender },
          body: JSON.stringify({ query, variables: { input: { way: chosen } } }),
        });
        const { data } = await response.json();
        const { redirectUrl, browserKey } = data.byLeasingBeginIdentification;
        // biome-ignore lint/suspicious/noDocumentCookie: the other way is there on encrypted connections only.
        document.cookie = `by-leasing-msi=${browserKey}; path=/by-leasing/msi/; SameSite=Lax`;
        window.location.href = redirectUrl;
      },
      [begin, `Bearer ${token}`, LENDER, way] as const,
    );
    await page.waitForURL(/\/interaction\//);
  }

  async function confirmAtMsi({ page }: Person, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    for (const [name, value] of Object.entries({ familyName: 'Примеров', givenName: 'Проба', ...typed }))
      await page.fill(`[name=${name}]`, value);
    await page.click('button[value=confirm]');
    await page.waitForURL(/\/by-leasing\/msi\/callback/);
  }

  const stateOf = async ({ ask, id }: Client) => (await ask<Values>(own, { id })).data.node.byLeasing;
  const alerts = ({ page }: Person) => page.locator('[role=alert] li').evaluateAll((items) => items.map((item) => item.dataset.code));

  async function heard(listener: Listener, count: number): Promise<Values[]> {
    const told: Values[] = [];
    while (told.length < count) told.push((await listener.next()).value.data.byLeasingIdentificationStatusChanged);
    return told;
  }

  it('by-leasing/1/identification, by-leasing/3.6 · a person confirms data there and comes back identified, with the record and the consent', async () => {
    const client = await signedIn();
    const listener = gateway.listen('WebSocket', { token: client.token, lender: LENDER }, statuses);
    const person = await browser.person({ locale: 'ru-RU' });
    expect(await stateOf(client)).toMatchObject({ nextStep: 'MSI', identification: null, sdoConsents: [] });
    await goToMsi(person.page, client);
    await confirmAtMsi(person);
    expect(await person.page.textContent('[role=status]')).toBe('Ваши данные подтверждены. Можно вернуться в личный кабинет.');
    const state = await stateOf(client);
    expect(state).toMatchObject({
      nextStep: 'CREATE_CODE_WORD',
      identification: { status: 'IDENTIFIED', source: 'MSI', method: 'PERSONAL_DATA', refusal: null, record: { subject: 'CLIENT' } },
      dataVersions: [{ no: 1, source: 'MSI', writtenNotice: true }],
    });
    expect(state.identification.record.xml).toContain('<personalNumber>3110190A001PB2</personalNumber>');
    expect(state.sdoConsents).toEqual([
      { givenAt: state.identification.record.identifiedAt, msiRequestId: state.identification.msiRequestId },
    ]);
    expect(await heard(listener, 3)).toMatchObject([
      { from: null, to: 'AT_MSI' },
      { from: 'AT_MSI', to: 'TAKEN' },
      { from: 'TAKEN', to: 'IDENTIFIED', identification: { status: 'IDENTIFIED' } },
    ]);
    expect(person.complaints).toEqual([]);
  });

  it('by-leasing/5.1.2/p1 · the address to which МСИ sent the browser back is good once, and only there', async () => {
    const client = await signedIn();
    const [person, other] = [await browser.person(), await browser.person()];
    await goToMsi(person.page, client);
    const cookies = await person.context.cookies(`${gateway.url}/by-leasing/msi/`);
    await person.context.clearCookies({ name: 'by-leasing-msi' });
    await confirmAtMsi(person);
    const address = person.page.url();
    await other.page.goto(address);
    for (const stranger of [person, other]) expect(await alerts(stranger)).toEqual(['BY_LEASING_MSI_OTHER_BROWSER']);
    expect(await stateOf(client)).toMatchObject({ nextStep: 'MSI', identification: { status: 'AT_MSI' } });
    await person.context.addCookies(cookies);
    await person.page.goto(address);
    expect(await alerts(person)).toEqual([]);
    expect(await stateOf(client)).toMatchObject({ identification: { status: 'IDENTIFIED' } });
    await person.page.reload();
    expect(await alerts(person)).toEqual(['BY_LEASING_MSI_ANSWER_REPLAYED']);
    expect(await stateOf(client)).toMatchObject({ identification: { status: 'IDENTIFIED' }, sdoConsents: [{}] });
  });

  it('by-leasing/1/msi · the director of a company comes by certificate, as its representative', async () => {
    const client = await signedIn('LEGAL_ENTITY');
    const person = await browser.person();
    await goToMsi(person.page, client, 'CERTIFICATE');
    await confirmAtMsi(person, { organisation: 'ООО «Пример»' });
    expect(await stateOf(client)).toMatchObject({
      nextStep: 'SDO',
      identification: { status: 'IDENTIFIED', method: 'CERTIFICATE', record: { subject: 'REPRESENTATIVE' } },
    });
  });

  it('by-leasing/5.2 · somebody whom МСИ does not know is told to come to an office', async () => {
    const client = await signedIn();
    const person = await browser.person({ locale: 'be-BY' });
    await goToMsi(person.page, client);
    await person.page.click('button[value=unknown]');
    await person.page.waitForURL(/\/by-leasing\/msi\/callback/);
    expect(await alerts(person)).toEqual(['BY_LEASING_MSI_RECORD_ABSENT']);
    expect(await person.page.textContent('[role=alert]')).toContain('Прыйдзіце ў офіс');
    expect(await stateOf(client)).toMatchObject({ nextStep: 'OFFICE', identification: { status: 'OFFICE_ONLY' } });
  });

  it('by-leasing/9.2.3/accurate · another name than the account’s stops it', async () => {
    const client = await signedIn();
    const person = await browser.person();
    await goToMsi(person.page, client);
    await confirmAtMsi(person, { familyName: 'Другой' });
    expect(await alerts(person)).toEqual(['BY_LEASING_CLIENT_DATA_UNRELIABLE']);
    expect(await stateOf(client)).toMatchObject({
      nextStep: 'MSI',
      identification: { status: 'REFUSED', refusal: 'BY_LEASING_CLIENT_DATA_UNRELIABLE' },
    });
  });
});
