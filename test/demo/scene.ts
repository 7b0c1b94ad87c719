import { Temporal } from 'temporal-polyfill';
import { Party } from './graph';
import { Narrator } from './narrator';
import type { Sandbox } from './sandbox';
import { clockOf, moveClock, type StaffTokens, staffTokens } from './sandbox-doors';

const [MORNING, EVENING] = [9, 20] as const;

/** One lender's part of a story: its visitors and its people, who take new tokens when time has passed. */
export class Scene {
  readonly visitor: Party;

  private constructor(
    readonly sandbox: Sandbox,
    readonly narrator: Narrator,
    readonly lender: string,
    private tokens: StaffTokens,
    private readonly zone: string,
  ) {
    this.visitor = this.party();
  }

  static async open(sandbox: Sandbox, narrator: Narrator, lender: string): Promise<Scene> {
    const { lenders } = await new Party(sandbox.url, lender).ask<{ lenders: { code: string; zone: string }[] }>(
      '{ lenders { code zone } }',
    );
    const { zone } = lenders.find(({ code }) => code === lender)!;
    return new Scene(sandbox, narrator, lender, await staffTokens(sandbox, lender), zone);
  }

  get officer(): Party {
    return this.party(this.tokens.officer);
  }

  /** A second officer, for what none does for itself. */
  get colleague(): Party {
    return this.party(this.tokens.colleague);
  }

  get operator(): Party {
    return this.party(this.tokens.operator);
  }

  get officerToken(): string {
    return this.tokens.officer;
  }

  get partnerToken(): string {
    return this.tokens.partner;
  }

  party(token?: string): Party {
    return new Party(this.sandbox.url, this.lender, token);
  }

  /** Does in one step what was told step by step before. */
  async again<T>(what: string, work: (scene: Scene) => Promise<T>, tell?: (result: T) => string): Promise<T> {
    const aside = new Scene(this.sandbox, Narrator.silent(), this.lender, this.tokens, this.zone);
    return this.narrator.step(what, () => work(aside), tell);
  }

  /** What time it is, ISO 8601. */
  now(): Promise<string> {
    return clockOf(this.sandbox);
  }

  /** The day that it is where the lender is. */
  async today(): Promise<Temporal.PlainDate> {
    return Temporal.Instant.from(await this.now())
      .toZonedDateTimeISO(this.zone)
      .toPlainDate();
  }

  /** Lets time pass; ISO 8601, as in `P15D`. */
  async pass(by: string, what: string): Promise<void> {
    await this.narrator.step(
      what,
      async () => {
        await this.wait(by);
        return this.today();
      },
      (day) => `it is ${day} now`,
    );
  }

  /** Lets time pass until a day of the lender’s calendar; nothing happens where it is that day already. */
  async passTo(day: Temporal.PlainDate | string, what: string): Promise<void> {
    const { days } = (await this.today()).until(day);
    if (days > 0) await this.pass(`P${days}D`, what);
  }

  /** What is done within minutes must not run into the next day: late in the evening it goes on in the morning. */
  async daylight(): Promise<void> {
    const now = Temporal.Instant.from(await this.now()).toZonedDateTimeISO(this.zone);
    if (now.hour < EVENING) return;
    const morning = now.add({ days: 1 }).withPlainTime({ hour: MORNING });
    await this.wait(now.until(morning, { smallestUnit: 'second' }).toString());
  }

  /** Lets time pass without a word. */
  async wait(by: string): Promise<void> {
    await moveClock(this.sandbox, by);
    this.tokens = await staffTokens(this.sandbox, this.lender);
  }
}
