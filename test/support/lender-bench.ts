import { randomBytes } from 'node:crypto';
import { anonymous, type Caller } from '../../modules/access';
import type { Command, CommandContext, CommandResult } from '../../modules/commands';
import { createFieldCipher, fieldCipherPort, parseKeyRing } from '../../modules/database';
import type { NewEvent } from '../../modules/events';
import type { Lender } from '../../modules/lenders';
import type { Finding } from '../../modules/rules';
import type { ExtensionPoint } from '../../schema/base';
import { CommandBench } from './command-bench';
import type { TestDatabase } from './test-database';

/** A command bench at one lender, whose fields are encrypted by a key of its own. */
export class LenderBench {
  private constructor(
    readonly commands: CommandBench,
    readonly lender: Lender,
  ) {}

  static async open(database: TestDatabase, options: { readonly country?: string; readonly at?: string } = {}): Promise<LenderBench> {
    const bench = new CommandBench(database, options.at ?? '2026-03-02T09:00:00Z');
    bench.ports.bind(fieldCipherPort, createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`)));
    return new LenderBench(bench, await bench.newLender({}, { country: options.country ?? 'FR', currency: 'XTS' }));
  }

  get clock() {
    return this.commands.clock;
  }

  get ports() {
    return this.commands.ports;
  }

  get extensions() {
    return this.commands.extensions;
  }

  /** Adds a contribution, as a plugin or module of this id. */
  contribute<T>(point: ExtensionPoint<T>, value: T, plugin = 'acme-plugin'): void {
    this.extensions.add(point, plugin, value);
  }

  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    caller: Caller = anonymous(this.lender.id),
  ): Promise<Result> {
    return this.commands.execute(command, input, this.lender, caller);
  }

  /** Runs work as a command of its own that may emit anything; answers what it answered and told. */
  async run<T>(
    work: (context: CommandContext) => Promise<T>,
    caller?: Caller,
  ): Promise<{ value: T; events: readonly NewEvent[]; findings: readonly Finding[]; codes: readonly string[] }> {
    const events: NewEvent[] = [];
    let value!: T;
    const command: Command<null, CommandResult> = {
      name: 'test',
      emits: [],
      async run(_, context) {
        value = await work({ ...context, emit: (event) => void events.push(event) });
        return {};
      },
    };
    const { findings = [] } = await this.execute(command, null, caller);
    return { value, events, findings, codes: findings.map((finding) => finding.code) };
  }
}

/** A borrower's own session. */
export function clientCaller(lenderId: string, clientId: string, sessionId: string | null = null): Caller {
  return { kind: 'CLIENT', subject: clientId, lenderId, lenders: [lenderId], clientId, sessionId, scopes: new Set(), expiresAt: null };
}
