import { toGlobalId } from '../../schema/base';
import { CommandBench } from '../../test/support/command-bench';
import { graphOf } from '../../test/support/graph-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { applicationsModule } from '../applications';
import { clientsModule } from '../clients';
import { defineCommand } from '../commands';
import { uuidv7 } from '../database';
import { eventsModule } from '../events';
import type { Lender } from '../lenders';
import { moneyModule } from '../money';
import { rulesModule } from '../rules';
import { DEADLINE_EVENTS, type DeadlineResult, deadlineKinds, deadlinesModule, meetDeadline, startDeadline } from '.';

interface Answer {
  readonly deadlines: {
    readonly edges: ReadonlyArray<{ readonly node: Readonly<Record<string, unknown>> }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const DEADLINES = `query Deadlines($first: Int, $after: String, $state: DeadlineState, $dueBefore: DateTime, $applicationId: ID) {
  deadlines(first: $first, after: $after, state: $state, dueBefore: $dueBefore, applicationId: $applicationId) {
    edges { node { id kind title subjectId clause edition state dueAt attempts lastError } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('deadlines', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;
  let ask: ReturnType<typeof graphOf>;
  let application: { readonly id: string; readonly clientId: string };
  const subjects = [uuidv7(), uuidv7(), uuidv7()];

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    bench.extensions.add(deadlineKinds, 'acme-plugin', {
      kind: 'acme-plugin/decision',
      plugin: 'acme-plugin',
      description: { en: 'Decide.', ru: 'Решить.', be: 'Вырашыць.' },
      clause: 'acme/1.1',
      onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({ name: 'job:decision', emits: [], run: async () => ({}) }),
    });
    ask = graphOf([deadlinesModule, applicationsModule, clientsModule, eventsModule, moneyModule, rulesModule], bench.extensions);
    lender = await bench.newLender();
    const clientId = await bench.newClient(lender);
    application = { id: await bench.newApplication(lender, clientId), clientId };
    await bench.execute(
      defineCommand({
        name: 'testStart',
        emits: DEADLINE_EVENTS,
        run: async (_input: null, context) => {
          for (const [i, id] of subjects.entries()) {
            const dueAt = context.now.add({ hours: 3 - i });
            const subject = { type: 'Thing', id };
            const of = i === 1 ? { application } : {};
            await startDeadline(context, { kind: 'acme-plugin/decision', subject, dueAt, editionId: 'acme/2026', ...of });
          }
          await meetDeadline(context, { kind: 'acme-plugin/decision', subject: { type: 'Thing', id: subjects[0]! } });
          return {};
        },
      }),
      null,
      lender,
    );
  });
  afterAll(() => database.close());

  const nodes = async (variables: Record<string, unknown> = {}, locale: 'en' | 'be' = 'en') => {
    const { data, errors } = await ask<Answer>(database.app.scoped({ lenderId: lender.id }), DEADLINES, variables, { locale });
    expect(errors).toBeUndefined();
    return data!.deadlines;
  };

  it('are listed by their due moment, page by page, in the caller’s language', async () => {
    const first = await nodes({ first: 2 }, 'be');
    expect(first.edges.map(({ node }) => node)).toMatchObject([
      {
        title: 'Вырашыць.',
        subjectId: toGlobalId('Thing', subjects[2]!),
        dueAt: '2026-03-31T10:00:00.000Z',
        state: 'PENDING',
        clause: 'acme/1.1',
        edition: 'acme/2026',
        attempts: 0,
        lastError: null,
      },
      { subjectId: toGlobalId('Thing', subjects[1]!) },
    ]);
    const second = await nodes({ first: 2, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.state)).toEqual(['MET']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('are narrowed by state, due moment and application', async () => {
    expect((await nodes({ state: 'MET' })).edges).toHaveLength(1);
    expect((await nodes({ dueBefore: '2026-03-31T11:00:00Z' })).edges).toHaveLength(1);
    const ofApplication = await nodes({ applicationId: toGlobalId('Application', application.id) });
    expect(ofApplication.edges.map(({ node }) => node.subjectId)).toEqual([toGlobalId('Thing', subjects[1]!)]);
    expect((await nodes({ applicationId: toGlobalId('Application', uuidv7()) })).edges).toEqual([]);
  });

  it('of an application stand at the application', async () => {
    const source = `{ application(id: "${toGlobalId('Application', application.id)}") { deadlines { subjectId state } } }`;
    const { data } = await ask(database.app.scoped({ lenderId: lender.id }), source);
    expect(data).toEqual({ application: { deadlines: [{ subjectId: toGlobalId('Thing', subjects[1]!), state: 'PENDING' }] } });
  });

  it('are found again by id, for their own lender only', async () => {
    const { id } = (await nodes()).edges[0]!.node;
    const again = '{ node(id: "ID") { id ... on Deadline { kind } } }'.replace('ID', String(id));
    const caller = { kind: 'OFFICER', scopes: new Set(['deadlines:read']) } as never;
    expect((await ask(database.app.scoped({ lenderId: lender.id }), again, {}, { caller })).data).toEqual({
      node: { id, kind: 'acme-plugin/decision' },
    });
    expect((await ask(database.app.scoped({ lenderId: uuidv7() }), again, {}, { caller })).data).toEqual({ node: null });
  });

  it.each(['not an id', toGlobalId('Client', uuidv7())])('are not looked for by what is no application', async (applicationId) => {
    const { errors } = await ask(database.app.scoped({ lenderId: lender.id }), DEADLINES, { applicationId });
    expect(errors?.[0]?.extensions).toEqual({ code: 'DEADLINE_APPLICATION_INVALID' });
  });
});
