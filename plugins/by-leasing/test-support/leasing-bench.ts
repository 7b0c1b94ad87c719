import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { coreModules } from '../../../modules';
import { anonymous, type Caller, type TokenIssuer, tokenIssuerPort } from '../../../modules/access';
import { MovableClock } from '../../../modules/calendar';
import type { ClientKind } from '../../../modules/clients';
import { type Command, type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { createFieldCipher, fieldAad, fieldCipherPort, parseKeyRing, uuidv7 } from '../../../modules/database';
import { CommandRunner } from '../../../modules/execution';
import type { Lender } from '../../../modules/lenders';
import type { Extensions, Port, Ports } from '../../../schema/base';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { collectExtensions } from '../../kit';
import { type Identified, lockAccount, setIdentified } from '../accounts/account.record';
import { choosePath } from '../accounts/choose-path.command';
import { confirmRegistration, type StartRegistration, startRegistration } from '../accounts/register.commands';
import { requestSignIn, type SignedIn, signInToCabinet } from '../accounts/sign-in.commands';
import type { Path } from '../accounts/vocabulary';
import { byLeasing } from '../by-leasing.plugin';
import { createCodeWord } from '../factors/set-code-word.command';
import { isUnp } from '../identifiers';
import { PUBLISH_TERMS } from '../terms/publish-terms.command';

const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));

// Who bears the token is the gateway's matter; here callers are given.
const tokens: TokenIssuer = { issue: async () => ({ token: 'token', expiresAt: new Date('2030-01-01') }) };

export const TERMS = '236/2026-05-12';
export const CODE_WORD = 'Журавль';

/** Payers' numbers with a right check digit. */
export const UNP = { LEGAL_ENTITY: '193498948', SOLE_PROPRIETOR: '100582333' } as const;

/** The lender with its rules, over the real pipeline and real PostgreSQL; time stands until a test moves it. */
export class LeasingBench {
  readonly clock = MovableClock.standingAt('2026-06-01T09:00:00Z');
  readonly extensions: Extensions = collectExtensions([byLeasing], coreModules);
  lender: Lender;
  private readonly runner: CommandRunner;
  private readonly bound = new Map<string, unknown>([
    [fieldCipherPort.id, cipher],
    [tokenIssuerPort.id, tokens],
  ]);
  private readonly callers = new Map<string, Caller>();
  private readonly forms = new Map<string, StartRegistration>();
  private readonly given = new Set<string>();
  private people = 0;

  private constructor(readonly database: TestDatabase) {
    this.lender = { ...byLeasing.lenders![0]!, plugins: new Map([['by-leasing', 'ENABLED']]) };
    this.runner = new CommandRunner({
      database: database.app,
      clock: this.clock,
      ports: this.ports,
      extensions: this.extensions,
      pluginEventTypes: new Set(byLeasing.eventTypes.map(({ type }) => type)),
      onCommit: () => {},
      onAfterCommitFailure: (_command, error) => {
        throw error;
      },
    });
  }

  static async open(): Promise<LeasingBench> {
    const bench = new LeasingBench(await createTestDatabase());
    const { id, code, name, legalName, country, zone, currency } = bench.lender;
    await bench.sql(
      'insert into core.lender (lender_id, code, name, legal_name, country, zone, currency) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, name, legalName, country, zone, currency],
    );
    await bench.sql(
      "insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, 'by-leasing', 'ENABLED', 'test', '2020-01-01')",
      [id],
    );
    return bench;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  readonly ports: Ports = {
    get: <T>(port: Port<T>): T => {
      if (!this.bound.has(port.id)) throw new Error(`Nothing is bound to ${port.id}.`);
      return this.bound.get(port.id) as T;
    },
  };

  bind<T>(port: Port<T>, adapter: T): void {
    this.bound.set(port.id, adapter);
  }

  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    caller: Caller = this.officer,
  ): Promise<Result> {
    // What is recorded later is later: time does not stand still between two commands.
    this.clock.advance({ milliseconds: 1 });
    return this.runner.execute(command, input, { caller, lender: this.lender, locale: 'ru', requestId: 'test' });
  }

  /** Runs a command that must not be refused. */
  async done<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, caller?: Caller): Promise<Result> {
    const result = await this.execute(command, input, caller);
    const blocking = result.findings?.filter(({ severity }) => severity === 'BLOCKING') ?? [];
    if (blocking.length > 0) throw new Error(`${command.name}: ${JSON.stringify(blocking)}`);
    return result;
  }

  /** Runs work as a command of its own; answers what it answered. */
  async run<T>(work: (context: CommandContext) => Promise<T>, caller?: Caller): Promise<T> {
    let value!: T;
    const emits = byLeasing.eventTypes.map(({ type }) => type);
    const command = defineCommand<null, CommandResult>({
      name: 'test:run',
      emits,
      async run(_, context) {
        value = await work(context);
        return {};
      },
    });
    const { findings } = await this.execute(command, null, caller);
    if (findings) throw new Error(JSON.stringify(findings));
    return value;
  }

  get jobContext() {
    return {
      database: this.database.worker,
      clock: this.clock,
      ports: this.ports,
      execute: <Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input) => this.execute(command, input),
    };
  }

  get officer(): Caller {
    return this.officerNamed('officer-12');
  }

  officerNamed(subject: string): Caller {
    const { id } = this.lender;
    return {
      kind: 'OFFICER',
      subject,
      lenderId: id,
      lenders: [id],
      clientId: null,
      sessionId: null,
      scopes: new Set([PUBLISH_TERMS]),
      expiresAt: null,
    };
  }

  get nobody(): Caller {
    return anonymous(this.lender.id);
  }

  /** A client in its last session; in none before it came in. */
  client(clientId: string): Caller {
    return this.callers.get(clientId) ?? { ...this.officer, kind: 'CLIENT', subject: clientId, clientId };
  }

  async sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return (await client.query(text, values as unknown[])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** A form as it is filled in, with a number that nobody else has. */
  form(kind: ClientKind = 'INDIVIDUAL', changes: Partial<StartRegistration> = {}): StartRegistration {
    const number = ++this.people;
    const person = {
      surname: 'Примеров',
      firstName: `Проба${'абвгдежзик'[number % 10]}${'лмнопрстуф'[Math.trunc(number / 10) % 10]}`,
      patronymic: null,
    };
    return {
      kind,
      ...(kind === 'LEGAL_ENTITY' ? { organisationName: 'ООО «Пример»' } : person),
      unp: kind === 'INDIVIDUAL' ? null : UNP[kind],
      phone: `+37529${String(6_000_000 + number)}`,
      termsAccepted: true,
      termsVersion: TERMS,
      reservation: null,
      marketing: false,
      ...changes,
    };
  }

  /** A payer's number that nobody has by now, of the first of a kind `UNP`: whoever has deals registers by their contact number. */
  freeUnp(kind: keyof typeof UNP): string {
    if (!this.given.has(UNP[kind])) return UNP[kind];
    for (let number = 190_000_000 + 100 * this.people; ; number++) if (isUnp(String(number))) return String(number);
  }

  /** The secret of the last message that was sent. */
  async lastSecret(): Promise<string> {
    const [sent] = await this.sql<{ id: string; secret_enc: Buffer }>(
      'select id, secret_enc from core.notification where secret_enc is not null order by queued_at desc, id desc limit 1',
    );
    const aad = fieldAad({ lenderId: this.lender.id, table: 'core.notification', id: sent!.id, column: 'secret' });
    return cipher.decrypt(sent!.secret_enc, aad).toString('utf8');
  }

  /** Another code than the right one. */
  wrong(code: string): string {
    return code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
  }

  /** Registers somebody; answers the client's id. */
  async registered(kind: ClientKind = 'INDIVIDUAL', changes: Partial<StartRegistration> = {}): Promise<string> {
    const form = this.form(kind, changes);
    const { registrationId } = await this.done(startRegistration, form, this.nobody);
    const { clientId } = await this.done(
      confirmRegistration,
      { registrationId: registrationId!, password: await this.lastSecret() },
      this.nobody,
    );
    this.forms.set(clientId!, form);
    if (form.unp) this.given.add(form.unp);
    return clientId!;
  }

  /** The form that a client registered by. */
  formOf(clientId: string): StartRegistration {
    return this.forms.get(clientId)!;
  }

  /** Comes in to the cabinet; the session is the client's from now on. */
  async signIn(clientId: string): Promise<SignedIn> {
    const { phone, unp = null } = this.formOf(clientId);
    this.clock.advance({ minutes: 2 });
    const { ceremonyId } = await this.done(requestSignIn, { phone: phone! }, this.nobody);
    const secret = await this.lastSecret();
    const signedIn = await this.done(signInToCabinet, { phone: phone!, unp, ceremonyId: ceremonyId!, secret }, this.nobody);
    this.callers.set(clientId, {
      ...this.officer,
      kind: 'CLIENT',
      subject: clientId,
      clientId,
      sessionId: signedIn.tokens!.sessionId,
    });
    return signedIn;
  }

  /** Notes an identification of now without going anywhere. */
  async identified(clientId: string, by: Path, through: Identified['through'] = 'MSI'): Promise<void> {
    await this.run(async (context) => {
      await setIdentified(context, await lockAccount(context, clientId), {
        by,
        through,
        identificationId: uuidv7(context.now.epochMilliseconds),
      });
    });
  }

  /** Somebody registered, come in, identified by its path and with a code word where one is needed. */
  async ready(kind: ClientKind = 'INDIVIDUAL', path: Path = kind === 'LEGAL_ENTITY' ? 'CERTIFICATE' : 'PERSONAL_DATA'): Promise<string> {
    const clientId = await this.registered(kind);
    await this.signIn(clientId);
    if (kind === 'SOLE_PROPRIETOR') await this.done(choosePath, { clientId, path }, this.client(clientId));
    await this.identified(clientId, path);
    if (path === 'PERSONAL_DATA') await this.done(createCodeWord, { clientId, codeWord: CODE_WORD }, this.client(clientId));
    return clientId;
  }
}

export const codesOf = ({ findings }: CommandResult): string[] => (findings ?? []).map(({ code }) => code);
export const clausesOf = ({ findings }: CommandResult): string[] => (findings ?? []).flatMap(({ clauses }) => [...clauses]);
