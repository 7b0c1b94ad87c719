import { createServer } from 'node:net';
import { done, newBorrower, signedLoan } from '../support/borrower';
import { CopiedTree } from '../support/copied-tree';
import { eventually } from '../support/test-gateway';

const LENDERS = 'plugins/ru-mfo/lenders';
const CODE = 'polyana';

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

/** A document like another lender's, under a name, an id and with values of its own. */
function asPolyana(text: string): string {
  return text
    .replaceAll('veritas', CODE)
    .replaceAll('Веритас', 'Поляна')
    .replaceAll('000000000101', '000000000199')
    .replace("'age.max': [65,", "'age.max': [75,")
    .replace("import { assumedTariffs } from '../assumed-tariffs';\n", '')
    .replace(
      'tariffs: assumedTariffs,',
      `tariffs: [{ from: '2023-07-01', dailyRatePercent: '0.5', onePaymentUpToDays: 30, instalmentEveryDays: 14,
         penaltyYearlyPercent: '20', verified: false }],`,
    );
}

describe('a fourth microfinance lender', () => {
  let tree: CopiedTree;
  beforeAll(() => {
    tree = CopiedTree.make();
  });
  afterAll(() => tree.remove());

  it('is a folder of data: added to the tree, it takes a person from registration to a contract, and no code was changed', async () => {
    const folder = `${LENDERS}/${CODE}`;
    // The register first: from it the type of the clauses' ids is generated, by which the other files compile.
    tree.copyFolder(`${LENDERS}/veritas`, folder, asPolyana, ['clauses.yaml']);
    tree.run('scripts/clauses/main.ts', '--generate');
    tree.copyFolder(`${LENDERS}/veritas`, folder, asPolyana);
    tree.run('scripts/clauses/main.ts', '--generate');

    const gateway = await tree.startSandbox(await freePort(), CODE);
    const officer = gateway.as(gateway.officer);
    const borrower = await newBorrower(gateway);
    const { contractId, id } = await signedLoan(borrower, officer);
    await done(
      officer('mutation ($id: ID!) { orderTransfer(input: { contractId: $id }) { findings { code severity } } }', { id: contractId }),
    );
    const contract = await eventually(async () => {
      const { data } = await borrower.ask(
        `query ($id: ID!) { contract(id: $id) { status edition terms { dailyRate fullCostOfCredit { percent } } } }`,
        { id: contractId },
      );
      return data?.contract.status === 'ACTIVE' && data.contract;
    });
    expect(contract).toEqual({
      status: 'ACTIVE',
      edition: `ru-mfo/${CODE}/2023-03-13`,
      terms: { dailyRate: '0.5', fullCostOfCredit: { percent: '182.500' } },
    });
    const { data } = await officer('query ($id: ID!) { application(id: $id) { decisions { edition } } lenders { code name } }', { id });
    expect(data.application.decisions[0].edition).toBe(contract.edition);
    expect(data.lenders).toEqual(expect.arrayContaining([{ code: CODE, name: 'Поляна' }]));
  }, 300_000);
});
