import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ExecutionArgs, GraphQLScalarType } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { required } from '../environment.ts';
import { SDL } from '../events/fan-out/document.ts';

// GraphQL Yoga with graphql-ws as their documentation joins them; no token, no log, no rights.
const template = JSON.parse(required('EVENT'));
const scalar = (name: string) => new GraphQLScalarType({ name });
const pubsub = createPubSub<{ EVENTS: [object] }>();

const yoga = createYoga({
  logging: false,
  graphiql: { subscriptionsProtocol: 'WS' },
  schema: createSchema({
    typeDefs: SDL,
    resolvers: {
      Cursor: scalar('Cursor'),
      DateTime: scalar('DateTime'),
      JSONObject: scalar('JSONObject'),
      Query: { hello: () => 'hello' },
      Subscription: { events: { subscribe: () => pubsub.subscribe('EVENTS'), resolve: (event: object) => event } },
    } as never,
  }),
});

const server = createServer(yoga);
const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint });
let open = 0;

interface RootValue {
  execute(args: ExecutionArgs): unknown;
  subscribe(args: ExecutionArgs): unknown;
}

useServer(
  {
    execute: (args) => (args.rootValue as RootValue).execute(args) as never,
    subscribe: (args) => (args.rootValue as RootValue).subscribe(args) as never,
    onSubscribe: async (context, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...context,
        req: context.extra.request,
        socket: context.extra.socket,
        params,
      });
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
      const errors = validate(args.schema, args.document);
      if (errors.length > 0) return errors as never;
      return args;
    },
    onOperation: () => {
      open += 1;
    },
    // Each socket of this measurement has one operation.
    onDisconnect: () => {
      open -= 1;
    },
  },
  sockets,
);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: { url: `ws://127.0.0.1:${port}${yoga.graphqlEndpoint}` } });
});

process.on('message', async (message: { publish?: readonly number[]; together?: boolean; ask?: string }) => {
  if (message.ask === 'streams') process.send?.({ streams: open });
  if (!message.publish) return;
  for (const n of message.publish) {
    pubsub.publish('EVENTS', { ...template, payload: { ...template.payload, n } });
    if (!message.together) await new Promise((resolve) => setImmediate(resolve));
  }
  process.send?.({ published: true });
});
