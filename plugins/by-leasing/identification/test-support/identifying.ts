import type { RouteAnswer } from '../../../../modules/execution';
import { type Lender, lenderDirectory } from '../../../../modules/lenders';
import { type Msi, type MsiMethod, msiPort } from '../../msi';
import { msiSimulator } from '../../msi/adapters';
import { type AtMsi, walk } from '../../msi/test-support/walk';
import type { LeasingBench } from '../../test-support/leasing-bench';
import { beginIdentification, type IdentificationResult, type IdentificationWay, identificationWays } from '../begin.command';
import { BROWSER_COOKIE, CALLBACK_PATH, callbackRoute } from '../callback-route';

const ADDRESS = 'http://127.0.0.1:4000';

/** A browser that was sent to МСИ. */
export interface Sent extends IdentificationResult {
  readonly url: string;
}

/** Goes through identifications at МСИ's simulator, with what the browser does played. */
export class Identifying {
  private readonly ends: (() => void | Promise<void>)[] = [];
  private readonly msi: Msi;
  private states = 0;

  constructor(private readonly bench: LeasingBench) {
    this.msi = msiSimulator.create({ settings: {}, ports: bench.ports, onStop: (end) => void this.ends.push(end) });
    bench.bind(msiPort, this.msi);
    const find = (found: boolean): Lender | null => (found ? bench.lender : null);
    bench.bind(lenderDirectory, {
      all: () => [bench.lender],
      byId: (id) => find(id === bench.lender.id),
      byCode: (code) => find(code === bench.lender.code),
      byHost: () => null,
    });
  }

  async close(): Promise<void> {
    for (const end of this.ends) await end();
  }

  /** Sends a client's browser to МСИ. */
  async begin(clientId: string, way: IdentificationWay = 'PERSONAL_DATA'): Promise<Sent> {
    const state = `${this.bench.lender.code}.state-of-exchange-${++this.states}`;
    const known = identificationWays.slice(0, 2).includes(way);
    const begun = known ? await this.msi.beginAuth(way as MsiMethod, `${ADDRESS}${CALLBACK_PATH}`, state) : null;
    const secrets = begun && { state, nonce: begun.nonce, codeVerifier: begun.codeVerifier };
    const result = await this.bench.execute(beginIdentification, { clientId, way, secrets }, this.bench.client(clientId));
    return { ...result, url: begun?.url ?? '' };
  }

  /** What the browser gets when it comes back with an answer. */
  back(answer: URL, browserKey: string | undefined, locale: 'en' | 'ru' = 'en'): Promise<RouteAnswer> {
    const cookies = new Map(browserKey === undefined ? [] : [[BROWSER_COOKIE, browserKey]]);
    return callbackRoute.handle(
      { url: answer, cookies, locale },
      { ports: this.bench.ports, execute: (command, input) => this.bench.execute(command, input) },
    );
  }

  /** The whole dance of a person. */
  async identify(clientId: string, person: AtMsi, way: IdentificationWay = 'PERSONAL_DATA') {
    const sent = await this.begin(clientId, way);
    if (!sent.url || !sent.browserKey) throw new Error(`Not begun: ${JSON.stringify(sent.findings)}`);
    const answer = await walk(sent.url, person);
    return { sent, answer, page: await this.back(answer, sent.browserKey) };
  }
}

/** Codes and clauses that a page tells. */
export const toldBy = ({ body }: RouteAnswer): { readonly codes: string[]; readonly clauses: string[] } => ({
  codes: [...body.matchAll(/data-code="([^"]*)"/g)].map(([, code]) => code!),
  clauses: [...body.matchAll(/data-clause="([^"]*)"/g)].flatMap(([, clauses]) => clauses!.split(' ').filter(Boolean)),
});
