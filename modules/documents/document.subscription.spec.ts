import { type ExecutionResult, parse, subscribe } from 'graphql';
import { composeMaximalSchema } from '../../schema';
import { toGlobalId } from '../../schema/base';
import { CommandBench } from '../../test/support/command-bench';
import { loanTermsTemplate } from '../../test/support/document-fixture';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { coreModules } from '..';
import { type Caller, systemCaller } from '../access';
import { type CommandResult, defineCommand, type GraphContext } from '../commands';
import { Loaders } from '../database';
import { EventStreams, Sequencer } from '../events';
import { documentTemplates, formDocument, markSigned, publishDocument } from '.';
import { fileErrors } from './files/files.errors';

const LIVE = parse(`subscription S($after: Cursor, $applicationId: ID) {
  documentStatusChanged(after: $after, applicationId: $applicationId) { cursor from to document { id status } }
}`);

interface Change {
  readonly cursor: string;
  readonly from: string | null;
  readonly to: string;
  readonly document: { id: string; status: string } | null;
}

interface Made extends CommandResult {
  readonly id: string;
}

describe('documentStatusChanged', () => {
  const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [] });
  let database: TestDatabase;
  let bench: LenderBench;
  let sequencer: Sequencer;
  let streams: EventStreams;
  let clientId: string;
  let applicationId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    bench.contribute(documentTemplates, loanTermsTemplate as never);
    const people = new CommandBench(database);
    clientId = await people.newClient(bench.lender);
    applicationId = await people.newApplication(bench.lender, clientId);
    sequencer = new Sequencer({ database: database.worker });
    streams = new EventStreams({ database: database.worker, clock: bench.clock, expired: () => fileErrors.error('FILE_LINK_EXPIRED') });
    await streams.start();
  });
  afterAll(async () => {
    await sequencer.stop();
    await streams.stop();
    await database.close();
  });

  const form = defineCommand<null, Made>({
    name: 'test:form',
    emits: ['DocumentStatusChanged'],
    async run(_, context) {
      const values = { name: 'N', amount: '1.00' };
      const request = {
        plugin: 'acme-plugin',
        template: loanTermsTemplate,
        values,
        clientId,
        applicationId,
        form: 'ELECTRONIC_FORM' as const,
      };
      return { id: (await formDocument(context, request)).id };
    },
  });
  const publishAndSign = defineCommand<string, Made>({
    name: 'test:publish-and-sign',
    emits: ['DocumentStatusChanged'],
    async run(id, context) {
      await publishDocument(context, id);
      await markSigned(context, id);
      return { id };
    },
  });

  async function open(caller: Caller, after?: string): Promise<() => Promise<Change>> {
    const scoped = database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId });
    const contextValue = {
      caller,
      database: scoped,
      loaders: new Loaders(scoped),
      lender: bench.lender,
      streams,
      visiblePlugins: new Set(['acme-plugin']),
      eventTypes: [],
    } as unknown as GraphContext;
    const variableValues = { after, applicationId: toGlobalId('Application', applicationId) };
    const stream = (await subscribe({ schema, document: LIVE, variableValues, contextValue })) as AsyncGenerator<ExecutionResult>;
    return async () => {
      const { value } = await stream.next();
      expect(value.errors).toBeUndefined();
      return (value.data as { documentStatusChanged: Change }).documentStatusChanged;
    };
  }

  it('tells each step in order, live and again from a cursor, and shows clients no drafts', async () => {
    const officer = systemCaller(bench.lender.id, 'test');
    const live = await open(officer);
    const client = await open(clientCaller(bench.lender.id, clientId));
    const { id } = await bench.execute(form, null, officer);
    sequencer.nudge();
    const made = await live();
    expect(made).toMatchObject({ from: null, to: 'DRAFT', document: { id: toGlobalId('Document', id), status: 'DRAFT' } });
    expect(await client()).toMatchObject({ to: 'DRAFT', document: null });

    await bench.execute(publishAndSign, id, officer);
    sequencer.nudge();
    const steps = [await live(), await live()];
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['DRAFT', 'PUBLISHED'],
      ['PUBLISHED', 'SIGNED'],
    ]);
    expect((await client()).document).toMatchObject({ status: 'SIGNED' });

    const resumed = await open(officer, made.cursor);
    expect([await resumed(), await resumed()].map(({ cursor }) => cursor)).toEqual(steps.map(({ cursor }) => cursor));
  });
});
