import { graphql } from 'graphql';
import { SCOPES_OF_ROLE } from '../../../gateway/identity/roles';
import { coreModules } from '../../../modules';
import { type Caller, requestCode } from '../../../modules/access';
import type { ClientKind } from '../../../modules/clients';
import { fieldAad, fieldCipherPort, Loaders } from '../../../modules/database';
import { deadlineKinds, fireDeadline } from '../../../modules/deadlines';
import { composeMaximalSchema } from '../../../schema';
import { byLeasing } from '..';
import type { Path } from '../accounts/vocabulary';
import { DocumentBench } from './document-bench';
import { LeasingBench } from './leasing-bench';

export { codesOf } from './leasing-bench';

/** The cabinet as its clients and the lender's staff use it: commands and graph over real PostgreSQL. */
export class CabinetBench {
  private readonly schema = composeMaximalSchema({ modules: coreModules, plugins: [byLeasing] }).schema;

  private constructor(readonly leasing: LeasingBench) {}

  static async open(): Promise<CabinetBench> {
    return new CabinetBench(await LeasingBench.open());
  }

  private opened: Promise<DocumentBench> | null = null;
  private documents(): Promise<DocumentBench> {
    this.opened ??= DocumentBench.open(this.leasing);
    return this.opened;
  }

  close = () => this.leasing.close();
  readonly execute: LeasingBench['execute'] = (...call) => this.leasing.execute(...call);
  readonly done: LeasingBench['done'] = (...call) => this.leasing.done(...call);
  readonly sql: LeasingBench['sql'] = (...call) => this.leasing.sql(...call);
  readonly bind: LeasingBench['bind'] = (...call) => this.leasing.bind(...call);

  get clock() {
    return this.leasing.clock;
  }

  get lender() {
    return this.leasing.lender;
  }

  get jobContext() {
    return this.leasing.jobContext;
  }

  get nobody(): Caller {
    return this.leasing.nobody;
  }

  get officer(): Caller {
    return this.officerWith(...SCOPES_OF_ROLE.OFFICER, ...officersScopes);
  }

  /** An officer whose token carries these scopes and no others. */
  officerWith(...scopes: readonly string[]): Caller {
    return { ...this.leasing.officer, scopes: new Set(scopes) };
  }

  client(clientId: string): Caller {
    return { ...this.leasing.client(clientId), scopes: new Set(SCOPES_OF_ROLE.CLIENT) };
  }

  /** Somebody registered, come in, identified and with a code word. */
  async newClient(kind: ClientKind = 'INDIVIDUAL'): Promise<string> {
    return (await this.documents()).ready(kind);
  }

  /** The identification that a client passed at МСИ by its path. */
  async identify(clientId: string, path: Path): Promise<void> {
    await (await this.documents()).identify(clientId, path);
  }

  /** The client's code for one of its things, as `requestCode` sends it. */
  async code(clientId: string, operation: { readonly type: string; readonly id: string }) {
    this.clock.advance({ minutes: 2 });
    const input = { purpose: 'OPERATION' as const, channel: 'SMS' as const, phone: null, email: null, operation };
    const { ceremonyId } = await this.done(requestCode, input, this.client(clientId));
    return { ceremonyId: ceremonyId!, code: await this.leasing.lastSecret() };
  }

  /** Asks the graph; an error fails the test. Scopes of fields are the gateway's and not checked here. */
  async ask(source: string, variableValues: Readonly<Record<string, unknown>>, caller: Caller = this.officer) {
    const { data, errors } = await this.answer(source, variableValues, caller);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's, which only the test knows.
    return data as any;
  }

  /** Asks the graph; answers data and errors. */
  answer(source: string, variableValues: Readonly<Record<string, unknown>>, caller: Caller = this.officer) {
    const database = this.leasing.database.app.scoped({ lenderId: this.lender.id, clientId: caller.clientId });
    const { extensions, ports } = this.leasing;
    const contextValue = {
      caller,
      lender: this.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions,
      ports,
      clock: this.clock,
      visiblePlugins: new Set(['by-leasing']),
      execute: (command: never, input: never) => this.execute(command, input, caller),
    };
    return graphql({ schema: this.schema, source, variableValues, contextValue });
  }

  /** Fires the deadlines of a kind that are due now; answers all states of it by due day. */
  async fire(kind: string, subjectId: string): Promise<string[]> {
    const definition = this.leasing.extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)!.value;
    const now = new Date(this.clock.now().epochMilliseconds);
    const due = await this.sql<{ id: string }>(
      "select id from core.deadline where kind = $1 and subject_id = $2 and state = 'PENDING' and due_at < $3",
      [kind, subjectId, now],
    );
    for (const { id } of due) await this.execute(fireDeadline(definition), { deadlineId: id });
    const rows = await this.sql<{ state: string }>(
      'select state from core.deadline where kind = $1 and subject_id = $2 order by due_at, id',
      [kind, subjectId],
    );
    return rows.map(({ state }) => state);
  }

  /** Notices of the cabinet's service to a client. */
  async notices(clientId: string): Promise<{ channel: string; kind: string; clause: string | null; text: string }[]> {
    const rows = await this.sql<{ id: string; channel: string; kind: string; clause: string | null; text_enc: Buffer }>(
      "select id, channel, kind, clause, text_enc from core.notification where client_id = $1 and kind like 'BY_LEASING%' order by queued_at, channel",
      [clientId],
    );
    return rows.map(({ id, text_enc, ...row }) => {
      const aad = fieldAad({ lenderId: this.lender.id, table: 'core.notification', id, column: 'text' });
      return { ...row, text: this.leasing.ports.get(fieldCipherPort).decrypt(text_enc, aad).toString('utf8') };
    });
  }

  /** What the audit keeps of a command, the latest first. */
  audit(command: string): Promise<{ outcome: string; actor_subject: string; at: Date }[]> {
    return this.sql('select outcome, actor_subject, at from core.audit_entry where command = $1 order by at desc, id desc', [command]);
  }
}

const officersScopes = byLeasing.permissions.filter(({ roles }) => roles.includes('OFFICER')).map(({ scope }) => scope);
