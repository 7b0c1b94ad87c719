import { toGlobalId } from '../../schema/base';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import type { Random } from './random';
import type { LoggedRow, SubscriberOptions } from './subscriber';

const REGISTER = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } findings { code } } }`;
const DOCUMENT = `subscription ($after: Cursor, $types: [String!], $applicationId: ID, $clientId: ID, $plugin: String) {
  events(after: $after, types: $types, applicationId: $applicationId, clientId: $clientId, plugin: $plugin) { cursor id type }
}`;

type Profile = Pick<SubscriberOptions, 'name' | 'headers' | 'variables' | 'wants' | 'from'>;

/** A partner's endpoint: takes deliveries, and now and then refuses one. */
export class Endpoint {
  /** Ids of the events taken, in order; a delivery may come more than once. */
  readonly taken: string[] = [];
  readonly violations: string[] = [];
  refused = 0;

  private constructor(
    readonly profile: Profile,
    private readonly receiver: WebhookReceiver,
  ) {}

  /** Registers an endpoint at the gateway and begins to take deliveries. */
  static async register(profile: Profile, url: string, random: Random): Promise<Endpoint> {
    const receiver = await startWebhookReceiver();
    const endpoint = new Endpoint(profile, receiver);
    receiver.answer(({ headers, body }, response) => {
      if (headers['webhook-id'] !== body.id) endpoint.violations.push(`${profile.name}: ${headers['webhook-id']} delivers ${body.id}`);
      if (body.data?.data?.events?.id !== body.id) endpoint.violations.push(`${profile.name}: ${body.id} holds another event`);
      if (random.chance(0.01)) {
        endpoint.refused++;
        return void response.writeHead(503).end();
      }
      endpoint.taken.push(body.id);
      response.writeHead(204).end();
    });
    const input = { url: receiver.url, document: DOCUMENT, variables: profile.variables, after: profile.from };
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...profile.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: REGISTER, variables: { input } }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: { registerWebhook: { webhook: unknown; findings: unknown[] } };
      errors?: unknown;
    };
    if (!data?.registerWebhook.webhook) throw new Error(`No endpoint: ${JSON.stringify(errors ?? data)}`);
    return endpoint;
  }

  missing(rows: readonly LoggedRow[]): number {
    const taken = new Set(this.taken);
    return rows.filter((row) => this.profile.wants(row) && !taken.has(toGlobalId('Event', row.id))).length;
  }

  /** At least once each, nothing that is not for it, and of each application in the order of the log. */
  judge(rows: readonly LoggedRow[]): string[] {
    const { name, wants } = this.profile;
    const wrong = [...this.violations];
    const byId = new Map(rows.map((row) => [toGlobalId('Event', row.id), row]));
    const lastOf = new Map<string, number>();
    const seen = new Set<string>();
    for (const id of this.taken) {
      const row = byId.get(id);
      if (!row || !wants(row)) wrong.push(`${name}: ${row?.pos ?? id} is not for this endpoint`);
      if (!row || seen.has(id)) continue;
      seen.add(id);
      if (!row.applicationId) continue;
      const before = lastOf.get(row.applicationId) ?? 0;
      if (row.pos < before) wrong.push(`${name}: ${row.pos} came after ${before} of its application`);
      lastOf.set(row.applicationId, row.pos);
    }
    const missing = this.missing(rows);
    if (missing > 0) wrong.push(`${name}: ${missing} not delivered`);
    return wrong;
  }

  async close(): Promise<void> {
    await this.receiver.close();
  }
}
