import type { Clock } from '../../modules/calendar';
import type { Database } from '../../modules/database';
import { readPublicKeys } from '../../modules/webhooks';
import type { Route } from '../http';

const PATH = '/webhook-keys/';

/** `GET /webhook-keys/<id of an endpoint>`: the public keys of its `v1a` signatures as a JWK set, for everybody. */
export function webhookKeysRoute(worker: Database, clock: Clock): Route {
  return {
    path: PATH,
    methods: ['GET', 'HEAD'],
    async handle(_request, response, url) {
      const keys = await readPublicKeys(worker, url.pathname.slice(PATH.length), clock.now());
      response.writeHead(keys.length > 0 ? 200 : 404, { 'content-type': 'application/jwk-set+json' });
      response.end(JSON.stringify({ keys }));
    },
  };
}
