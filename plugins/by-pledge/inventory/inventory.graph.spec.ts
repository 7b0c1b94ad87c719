import { toGlobalId } from '../../../schema/base';
import { askGraph } from '../test-support/ask';
import { car, PledgeBench } from '../test-support/pledge-bench';

describe('what a pledge is made of, in the graph', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  const PARTS = `query ($id: ID!) { node(id: $id) { ... on ByPledgePledge {
    inventory { version vin plate storageAddress pledgeValue { amount currency } } inventories { version ground } photoIds
    declarations { kind answer amount { amount } } unansweredDeclarations } } }`;
  const read = async (pledgeId: string) => (await askGraph(bench, PARTS, { id: toGlobalId('ByPledgePledge', pledgeId) })).node;

  it('shows the inventory with its rows, the photographs and the answered warranties', async () => {
    const { pledgeId } = await bench.ready({ rows: { vin: car.vin } });
    const { inventory, inventories, photoIds, declarations, unansweredDeclarations } = await read(pledgeId);
    expect(inventory).toEqual({
      version: 1,
      vin: car.vin,
      plate: car.plate,
      storageAddress: car.storageAddress,
      pledgeValue: { amount: '12500.00', currency: 'BYN' },
    });
    expect([inventories, photoIds.length]).toEqual([[{ version: 1, ground: 'INVENTORY' }], 8]);
    expect(declarations).toContainEqual({ kind: 'VALUE_AGREED', answer: 'YES', amount: { amount: '12500.00' } });
    expect(unansweredDeclarations).toEqual([]);
  });

  it('names the warranties that are still to be answered, and has no inventory before one is saved', async () => {
    const { pledgeId } = await bench.ready({ without: ['AUTHORITY', 'VALUE_AGREED'] });
    expect((await read(pledgeId)).unansweredDeclarations).toEqual(['VALUE_AGREED', 'AUTHORITY']);
    const draft = await bench.applied();
    expect(await read(draft.pledgeId)).toMatchObject({ inventory: null, inventories: [], photoIds: [], declarations: [] });
  });

  it('keeps a record of which officer read where a car is kept, and none of its owner’s own reading', async () => {
    const { pledgeId, clientId } = await bench.ready();
    const reads = () =>
      bench.sql<{ who: string }>(
        "select actor_subject as who from core.audit_entry where command = 'readClientPersonal' and details::text like '%' || $1 || '%'",
        [clientId],
      );
    const owner = { ...bench.client(clientId), scopes: new Set(['contracts:read', 'clients:personal']) };
    const own = await askGraph(bench, PARTS, { id: toGlobalId('ByPledgePledge', pledgeId) }, owner);
    expect([own.node.inventory.plate, await reads()]).toEqual([car.plate, []]);
    await read(pledgeId);
    expect(new Set((await reads()).map(({ who }) => who))).toEqual(new Set(['officer-1']));
  });
});
