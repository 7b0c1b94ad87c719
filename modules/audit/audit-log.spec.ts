import { Temporal } from 'temporal-polyfill';
import { toGlobalId } from '../../schema/base';
import { CommandBench } from '../../test/support/command-bench';
import { graphOf } from '../../test/support/graph-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { uuidv7 } from '../database';
import type { Lender } from '../lenders';
import { AuditSealer, auditModule, recordAudit } from '.';

interface Log {
  readonly auditLog: {
    readonly edges: ReadonlyArray<{
      readonly node: { readonly id: string; readonly command: string; readonly no: number | null; readonly outcome: string };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const LOG = `query Log($first: Int, $after: String, $command: String, $subjectId: ID, $outcome: AuditOutcome, $from: DateTime, $until: DateTime) {
  auditLog(first: $first, after: $after, command: $command, subjectId: $subjectId, outcome: $outcome, from: $from, until: $until) {
    edges { node { id at command no outcome details subjectId hash } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('auditLog', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;
  let ask: ReturnType<typeof graphOf>;
  const subject = { type: 'Application', id: uuidv7() };
  const start = Temporal.Instant.from('2026-03-31T09:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    ask = graphOf([auditModule], bench.extensions);
    lender = await bench.newLender();
    const stranger = await bench.newLender();
    for (const { id } of [lender, stranger]) {
      await database.app.scoped({ lenderId: id }).transaction(async (transaction) => {
        for (let i = 0; i < 5; i++) {
          await recordAudit(transaction, {
            lenderId: id,
            at: start.add({ minutes: i }),
            actor: { kind: 'OFFICER', subject: 'officer-1' },
            command: `command-${i}`,
            plugin: null,
            subject: i === 2 ? subject : null,
            outcome: i === 4 ? 'REFUSED' : 'DONE',
            details: { i },
            requestId: 'request-1',
          });
        }
      });
    }
  });
  afterAll(() => database.close());

  const log = async (variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask<Log>(database.app.scoped({ lenderId: lender.id }), LOG, variables);
    expect(errors).toBeUndefined();
    return data!.auditLog;
  };
  const commands = async (variables: Record<string, unknown>) => (await log(variables)).edges.map(({ node }) => node.command);

  it('shows the lender’s own entries, newest first, page by page', async () => {
    const first = await log({ first: 3 });
    expect(first.edges.map(({ node }) => node.command)).toEqual(['command-4', 'command-3', 'command-2']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await log({ first: 3, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.command)).toEqual(['command-1', 'command-0']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('narrows by command, subject, outcome and time', async () => {
    expect(await commands({ command: 'command-1' })).toEqual(['command-1']);
    expect(await commands({ subjectId: toGlobalId(subject.type, subject.id) })).toEqual(['command-2']);
    expect(await commands({ subjectId: subject.id })).toEqual([]);
    expect(await commands({ outcome: 'REFUSED' })).toEqual(['command-4']);
    expect(await commands({ from: '2026-03-31T09:01:00Z', until: '2026-03-31T09:03:00Z' })).toEqual(['command-2', 'command-1']);
  });

  it('shows an entry’s place and hash once it is sealed', async () => {
    expect((await log()).edges[0]!.node).toMatchObject({ no: null, hash: null });
    await new AuditSealer({ database: database.worker, onFailure: () => {} }).sealAll();
    expect((await log()).edges[0]!.node).toMatchObject({ no: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/), details: { i: 4 } });
  });

  it('finds an entry again by its id, for its own lender only', async () => {
    const { id, command } = (await log()).edges[1]!.node;
    const again = '{ entry: node(id: "ID") { id ... on AuditEntry { command } } }'.replace('ID', id);
    const caller = { kind: 'OPERATOR', scopes: new Set(['audit:read']) } as never;
    const own = await ask(database.app.scoped({ lenderId: lender.id }), again, {}, { caller });
    expect(own.data).toEqual({ entry: { id, command } });
    const foreign = await ask(database.app.scoped({ lenderId: uuidv7() }), again, {}, { caller });
    expect(foreign.data).toEqual({ entry: null });
  });

  it.each([
    ['a cursor from elsewhere', { after: 'bm90IGEgY3Vyc29y' }, 'CURSOR_INVALID'],
    ['a page of none', { first: 0 }, 'PAGE_SIZE_INVALID'],
  ])('refuses %s', async (_what, variables, code) => {
    const { errors } = await ask(database.app.scoped({ lenderId: lender.id }), LOG, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code });
  });
});
