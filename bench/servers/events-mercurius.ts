import fastify from 'fastify';
import { GraphQLScalarType } from 'graphql';
import mercurius from 'mercurius';
import { required } from '../environment.ts';
import { SDL } from '../events/fan-out/document.ts';

// Mercurius as its documentation sets subscriptions up, with its compiler on; no token, no log, no rights.
const template = JSON.parse(required('EVENT'));
const scalar = (name: string) => new GraphQLScalarType({ name });

let open = 0;
const app = fastify({ logger: false });
app.register(mercurius, {
  schema: SDL,
  resolvers: {
    Cursor: scalar('Cursor'),
    DateTime: scalar('DateTime'),
    JSONObject: scalar('JSONObject'),
    Query: { hello: () => 'hello' },
    Subscription: {
      events: {
        subscribe: (_root: unknown, _args: unknown, { pubsub }: { pubsub: { subscribe(topic: string): unknown } }) => {
          open += 1;
          return pubsub.subscribe('EVENTS');
        },
      },
    },
  } as never,
  jit: 1,
  // The events that come at once must have room.
  subscription: { fullWsTransport: true, queueHighWaterMark: 1_000 },
});

await app.listen({ port: 0, host: '127.0.0.1' });
app.server.on('upgrade', (_request, socket) =>
  socket.on('close', () => {
    open -= 1;
  }),
);

process.on('message', async (message: { publish?: readonly number[]; together?: boolean; ask?: string }) => {
  if (message.ask === 'streams') process.send?.({ streams: open });
  if (!message.publish) return;
  for (const n of message.publish) {
    app.graphql.pubsub.publish({ topic: 'EVENTS', payload: { events: { ...template, payload: { ...template.payload, n } } } });
    if (!message.together) await new Promise((resolve) => setImmediate(resolve));
  }
  process.send?.({ published: true });
});
const { port } = app.server.address() as { port: number };
process.send?.({ ready: { url: `ws://127.0.0.1:${port}/graphql` } });
