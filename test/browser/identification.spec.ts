import type { Page } from 'playwright-core';
import { type Person, startBrowser, type TestBrowser } from '../support/browser';
import { type CabinetClient, LEASING_LENDER as LENDER, LeasingCabinet } from '../support/leasing-cabinet';
import { type Listener, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

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
  let cabinet: LeasingCabinet;
  beforeAll(async () => {
    gateway = await startTestGateway({ at: '2026-06-01T08:00:00Z' });
    cabinet = new LeasingCabinet(gateway);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
  });

  /** What a cabinet in the browser does: asks the gateway, keeps the key as a cookie, goes to МСИ. */
  async function goToMsi(page: Page, { token }: CabinetClient, way = 'PERSONAL_DATA'): Promise<void> {
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

  const stateOf = async ({ ask, id }: CabinetClient) => (await ask<Values>(own, { id })).data.node.byLeasing;
  const alerts = ({ page }: Person) => page.locator('[role=alert] li').evaluateAll((items) => items.map((item) => item.dataset.code));

  async function heard(listener: Listener, count: number): Promise<Values[]> {
    const told: Values[] = [];
    while (told.length < count) told.push((await listener.next()).value.data.byLeasingIdentificationStatusChanged);
    return told;
  }

  it('by-leasing/1/identification, by-leasing/3.6 · a person confirms data there and comes back identified, with the record and the consent', async () => {
    const client = await cabinet.signedIn();
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
    const client = await cabinet.signedIn();
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
    const client = await cabinet.signedIn('LEGAL_ENTITY');
    const person = await browser.person();
    await goToMsi(person.page, client, 'CERTIFICATE');
    await confirmAtMsi(person, { organisation: 'ООО «Пример»' });
    expect(await stateOf(client)).toMatchObject({
      nextStep: 'SDO',
      identification: { status: 'IDENTIFIED', method: 'CERTIFICATE', record: { subject: 'REPRESENTATIVE' } },
    });
  });

  it('by-leasing/5.2 · somebody whom МСИ does not know is told to come to an office', async () => {
    const client = await cabinet.signedIn();
    const person = await browser.person({ locale: 'be-BY' });
    await goToMsi(person.page, client);
    await person.page.click('button[value=unknown]');
    await person.page.waitForURL(/\/by-leasing\/msi\/callback/);
    expect(await alerts(person)).toEqual(['BY_LEASING_MSI_RECORD_ABSENT']);
    expect(await person.page.textContent('[role=alert]')).toContain('Прыйдзіце ў офіс');
    expect(await stateOf(client)).toMatchObject({ nextStep: 'OFFICE', identification: { status: 'OFFICE_ONLY' } });
  });

  it('by-leasing/9.2.3/accurate · another name than the account’s stops it', async () => {
    const client = await cabinet.signedIn();
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
