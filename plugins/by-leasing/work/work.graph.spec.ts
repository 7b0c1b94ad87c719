import { toGlobalId } from '../../../schema/base';
import { type CabinetClient, LEASING_LENDER, LeasingCabinet } from '../../../test/support/leasing-cabinet';
import { startTestGateway, type TestGateway, type Values } from '../../../test/support/test-gateway';
import { fileClaim } from '../claims/claim.commands';
import { CLIENT_FILES } from '../conduct';
import { deleteCabinet, requestDeletion } from '../departure/deletion.commands';
import { agreeToEnd, endByMutualConsent } from '../departure/end.commands';
import { processPetition, sendPetition, withdrawPetition, writePetition } from '../petitions/petition.commands';
import { endAuthority } from '../signing/authority.commands';
import { CabinetBench } from '../test-support/cabinet-bench';
import { DocumentBench, REPRESENTATIVE } from '../test-support/document-bench';
import { CODE_WORD } from '../test-support/leasing-bench';

const LISTS = `query { byLeasingWork {
  petitions { edges { node { id number text client { id } } } }
  claims { edges { node { id sender answerDueOn client { id } } } }
  deletionRequests { edges { node { id channel client { id } } } }
  mutualEnds { edges { node { id clientConsentedAt client { id } } } }
  signingAuthorities { edges { node { id officer name scope validFrom validTo client { id } } } }
} }`;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly client: { readonly id: string } | null;
}
const nodesOf = ({ edges }: { readonly edges: readonly { readonly node: Item }[] }) => edges.map(({ node }) => node);

describe('the work of officers', () => {
  let bench: CabinetBench;
  let documents: DocumentBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
    documents = await DocumentBench.open(bench.leasing);
  });
  afterAll(() => bench.close());

  const list = async (name: string, caller = bench.officer) => nodesOf((await bench.ask(LISTS, {}, caller)).byLeasingWork[name]);
  const whose = async (name: string) => (await list(name)).map(({ client }) => client?.id);
  const global = (clientId: string) => toGlobalId('Client', clientId);

  async function petition(clientId: string): Promise<string> {
    const words = { subject: 'OTHER' as const, contractNumber: null, text: 'Прошу справку.', fileIds: [] };
    const { petitionId } = await bench.done(writePetition, { clientId, ...words }, bench.client(clientId));
    const code = await bench.code(clientId, { type: 'ByLeasingPetition', id: petitionId! });
    await bench.done(sendPetition, { clientId, petitionId: petitionId!, ...code, codeWord: CODE_WORD }, bench.client(clientId));
    return petitionId!;
  }
  const claim = (clientId: string, sender: 'CLIENT' | 'LENDER') => {
    const words = { contractNumber: 'FL-1001', text: 'Верните излишне уплаченное.', fileIds: [], receivedOn: null };
    return bench.done(fileClaim, { clientId, sender, ...words }, sender === 'CLIENT' ? bench.client(clientId) : bench.officer);
  };

  it('has petitions that arrived and are not answered, each with its client, and nothing else', async () => {
    const [one, other] = [await bench.newClient(), await bench.newClient()];
    const words = { subject: 'OTHER' as const, contractNumber: null, text: 'Черновик.', fileIds: [] };
    await bench.done(writePetition, { clientId: one, ...words }, bench.client(one));
    const [first, second, third] = [await petition(one), await petition(other), await petition(one)];
    await bench.done(processPetition, { petitionId: second, status: 'IN_REVIEW', answer: null });
    const clients = [global(one), global(other), global(one)];
    expect(await whose('petitions')).toEqual(clients);
    await bench.done(processPetition, { petitionId: first, status: 'GRANTED', answer: 'Готово.' });
    await bench.done(withdrawPetition, { petitionId: third }, bench.client(one));
    expect(await whose('petitions')).toEqual([clients[1]]);
  });

  it('by-leasing/9.1.1 · shows the words of a client to staff with the right to client files, and leaves a trace', async () => {
    const clientId = await bench.newClient();
    await petition(clientId);
    const before = (await bench.audit('readClientPersonal')).length;
    expect((await list('petitions')).at(-1)).toMatchObject({ text: 'Прошу справку.' });
    expect((await bench.audit('readClientPersonal')).length).toBeGreaterThan(before);
    const scopes = [...bench.officer.scopes].filter((scope) => scope !== CLIENT_FILES);
    const { errors } = await bench.answer(LISTS, {}, bench.officerWith(...scopes));
    expect(errors?.[0]?.extensions.code).toBe('BY_LEASING_CLIENT_FILE_CLOSED');
  });

  it('has claims of both sides by the day of their answer, page by page, or of one side alone', async () => {
    const clientId = await bench.newClient();
    for (const sender of ['CLIENT', 'LENDER', 'CLIENT'] as const) {
      await claim(clientId, sender);
      bench.clock.advance({ hours: 24 });
    }
    const source = `query ($first: Int, $after: String, $sender: ByLeasingClaimSender) { byLeasingWork {
      claims(first: $first, after: $after, sender: $sender) { edges { node { id sender answerDueOn } } pageInfo { hasNextPage endCursor } } } }`;
    const page = async (variables: Readonly<Record<string, unknown>>) => (await bench.ask(source, variables)).byLeasingWork.claims;
    const seen: Values[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await page({ first: 1, after });
      seen.push(...edges.map(({ node }: Values) => node));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen.map(({ sender }) => sender)).toEqual(['CLIENT', 'LENDER', 'CLIENT']);
    const due = seen.map(({ answerDueOn }) => answerDueOn);
    expect(due).toEqual([...due].sort());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(3);
    expect((await page({ sender: 'LENDER' })).edges).toEqual([{ node: seen[1] }]);
  });

  it('has requests to delete a cabinet until they are executed', async () => {
    const clientId = await bench.newClient();
    await bench.done(requestDeletion, { clientId, demand: 'Удалите мой кабинет.' }, bench.client(clientId));
    const [item] = await list('deletionRequests');
    expect(item).toMatchObject({ channel: 'SUPPORT_FORM', client: { id: global(clientId) } });
    const node = `query ($id: ID!) { node(id: $id) { ... on ByLeasingDeletionRequest { channel } } }`;
    expect((await bench.ask(node, { id: item!.id })).node).toEqual({ channel: 'SUPPORT_FORM' });
    await bench.done(deleteCabinet, { clientId });
    expect(await list('deletionRequests')).toEqual([]);
    expect((await bench.ask(node, { id: item!.id })).node).toBeNull();
  });

  it('has mutual ends to which the client has agreed until the lender has as well', async () => {
    const clientId = await bench.newClient();
    await bench.done(agreeToEnd, { clientId }, bench.client(clientId));
    const [item] = await list('mutualEnds');
    expect(item).toMatchObject({ clientConsentedAt: expect.any(String), client: { id: global(clientId) } });
    const node = `query ($id: ID!) { node(id: $id) { ... on ByLeasingMutualEnd { clientConsentedAt } } }`;
    expect((await bench.ask(node, { id: item!.id })).node).toEqual({ clientConsentedAt: expect.any(String) });
    await bench.done(endByMutualConsent, { clientId });
    expect(await list('mutualEnds')).toEqual([]);
  });

  it('by-leasing/3.11/p1/authorised-officer · has authorities that are in force today: not those withdrawn, nor those of other days', async () => {
    const clientId = await bench.newClient('LEGAL_ENTITY');
    const person = { name: 'Второй Пример', personalNumber: REPRESENTATIVE };
    const standing = await documents.authorise({ clientId, person, scope: ['ADDENDUM'], validTo: '2026-12-31' });
    const withdrawn = await documents.authorise({ clientId, person });
    await bench.done(endAuthority, { authorityId: withdrawn });
    await documents.authorise({ clientId, person: { ...person, name: 'Прежний Пример' }, validTo: '2026-01-31' });
    const items = await list('signingAuthorities');
    const ofClient = items.filter(({ client }) => client !== null);
    expect(ofClient.map(({ name }) => name)).toEqual(['Второй Пример', 'Примеров Проба']);
    expect(ofClient[0]).toMatchObject({ officer: null, scope: ['ADDENDUM'], validTo: '2026-12-31', client: { id: global(clientId) } });
    expect(items.find(({ client }) => client === null)).toMatchObject({ officer: 'officer-12', name: 'Директор Пример', scope: null });
    const node = `query ($id: ID!) { node(id: $id) { ... on ByLeasingSigningAuthority { endedAt } } }`;
    expect((await bench.ask(node, { id: ofClient[0]!.id })).node).toEqual({ endedAt: null });
    await bench.done(endAuthority, { authorityId: standing });
    expect((await bench.ask(node, { id: ofClient[0]!.id })).node).toEqual({ endedAt: expect.any(String) });
  });

  it('is of the client alone in a client’s rows, whatever a token may say', async () => {
    const [owner, other] = [await bench.newClient(), await bench.newClient()];
    await petition(owner);
    await bench.done(requestDeletion, { clientId: owner, demand: 'Удалите мой кабинет.' }, bench.client(owner));
    for (const name of ['petitions', 'claims', 'deletionRequests', 'mutualEnds', 'signingAuthorities'])
      expect([name, await list(name, bench.client(other))]).toEqual([name, []]);
  });
});

describe('the work of officers, through the gateway', () => {
  let gateway: TestGateway;
  let borrower: CabinetClient;
  beforeAll(async () => {
    gateway = await startTestGateway({ at: '2026-06-01T08:00:00Z' });
    borrower = await new LeasingCabinet(gateway).signedIn();
  });
  afterAll(() => gateway?.stop());

  it.each(['petitions', 'claims', 'deletionRequests', 'mutualEnds', 'signingAuthorities'])('keeps %s from a borrower', async (name) => {
    const source = `{ byLeasingWork { ${name} { edges { node { id } } } } }`;
    const { data, errors } = await borrower.ask(source);
    expect(data?.byLeasingWork ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const token = await gateway.token({ kind: 'OFFICER', lenders: [LEASING_LENDER] });
    const officer = await gateway.as({ token, lender: LEASING_LENDER })<Values>(source);
    expect(officer).toMatchObject({ data: { byLeasingWork: { [name]: { edges: [] } } } });
  });

  it('belongs to lenders of the plugin, as the documents under a contract do', async () => {
    const source = '{ contract: __type(name: "Contract") { fields { name } } work: __type(name: "ByLeasingWork") { name } }';
    const seen = async (lender: string) => {
      const token = await gateway.token({ kind: 'OFFICER', lenders: [lender] });
      const { data } = await gateway.as({ token, lender })<Values>(source);
      return [data.contract.fields.some(({ name }: Values) => name === 'byLeasing'), data.work?.name ?? null];
    };
    expect(await seen(LEASING_LENDER)).toEqual([true, 'ByLeasingWork']);
    expect(await seen('veritas')).toEqual([false, null]);
  });
});
