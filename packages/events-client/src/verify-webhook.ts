/** What was delivered: an envelope of CloudEvents 1.0 whose `data` is the result of the endpoint's subscription. */
export interface WebhookEvent<Data = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject?: string;
  readonly time: string;
  /** Resumes a stream or a list after this event. */
  readonly cursor?: string;
  readonly data: { readonly data?: Data | null; readonly errors?: readonly unknown[] };
}

export interface WebhookRequest {
  /** The body's text as it came, before anything parsed it. */
  readonly body: string;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`, as `registerWebhook` or `rotateWebhookSecret` showed it. */
  readonly secret: string;
  /** Seconds that the clocks may differ; 300 unless given. */
  readonly tolerance?: number;
}

/**
 * Checks a delivery's signature (`v1` of Standard Webhooks: HMAC-SHA256) and moment, and answers the envelope.
 * @throws Error when it was not signed with this secret, or too long ago
 */
export async function verifyWebhook<Data = Record<string, unknown>>({
  body,
  headers,
  secret,
  tolerance = 300,
}: WebhookRequest): Promise<WebhookEvent<Data>> {
  const read = (name: string) => String((headers instanceof Headers ? headers.get(name) : headers[name]) ?? '');
  const moment = read('webhook-timestamp');
  if (!/^\d+$/.test(moment) || Math.abs(Date.now() / 1_000 - Number(moment)) > tolerance)
    throw new Error('The delivery is not of this moment.');
  const key = await crypto.subtle.importKey('raw', bytesOf(secret.replace(/^whsec_/, '')), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  const signed = new TextEncoder().encode(`${read('webhook-id')}.${moment}.${body}`);
  for (const signature of read('webhook-signature').split(' ')) {
    if (!/^v1,[A-Za-z0-9+/]{43}=$/.test(signature)) continue;
    // Compares in constant time.
    if (await crypto.subtle.verify('HMAC', key, bytesOf(signature.slice(3)), signed)) return JSON.parse(body) as WebhookEvent<Data>;
  }
  throw new Error('The delivery is not signed with this secret.');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
