import { forbidden, serviceUnavailable } from '@consulta/platform/graphql/errors';
import { openStream, type StreamField } from '@consulta/platform/stream/open-stream';
import type { OpenedStream, StreamEvent } from '@consulta/platform/stream/stream-event';
import { buildSchema, execute, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { SubscriptionExecutor } from './subscription-executor.ts';

/** What one process would plan and ask of subgraphs, in one schema: the real opening, and an answer for each event. */
export interface TestGraph {
  readonly schema: GraphQLSchema;
  readonly executor: SubscriptionExecutor;
  opened: number;
  hydrated: number;
  mutations: number;
  /** Called for each event before it is answered: may wait, throw, or say that the event is none of the subscription's. */
  beforeAnswer: (event: StreamEvent) => Promise<boolean> | boolean;
  /** Queries of `slow` wait for it. */
  slow: Promise<void>;
}

const sdl = /* GraphQL */ `
  type Query {
    role: String!
    slow: String
    secret: String
    deep: Deep
  }
  type Deep {
    deep: Deep
    role: String
  }
  type Mutation {
    touch: Int!
  }
  type Subscription {
    thingUpdated(topic: String!, after: String): Update
    thingsUpdated(topics: [String!]!, after: String): Update
  }
  type Update {
    cursor: String!
    role: String!
    filler(length: Int! = 0): String!
    broken: String
  }
`;

interface EventContext extends GatewayContext {
  readonly event: StreamEvent;
}

export function createTestGraph(): TestGraph {
  const schema = buildSchema(sdl);
  const graph: TestGraph = {
    schema,
    opened: 0,
    hydrated: 0,
    mutations: 0,
    beforeAnswer: () => true,
    slow: Promise.resolve(),
    executor: {
      async open({ document, operationName, variables }, context) {
        graph.opened += 1;
        const { errors, extensions } = await openStream(schema, document, { operationName, variables }, context);
        return errors === undefined ? (extensions?.['stream'] as OpenedStream) : { errors };
      },
      async execute({ document, operationName, variables }, context) {
        graph.hydrated += 1;
        const rootValue = { thingUpdated: answer, thingsUpdated: answer };
        return execute({
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: context,
          rootValue,
        });
      },
    },
  };
  const answer = async (_args: unknown, { event, viewer }: EventContext) => {
    if (!(await graph.beforeAnswer(event))) return null;
    return {
      cursor: String(event.position),
      role: viewer.role,
      filler: ({ length }: { length: number }) => 'x'.repeat(length),
      broken: () => {
        throw new Error('a secret of the database');
      },
    };
  };

  const after = (cursor: string | null | undefined): number | null => (cursor == null ? null : Number(cursor));
  const follow = (topics: readonly string[], cursor: string | null | undefined): OpenedStream => {
    if (topics.some((topic) => topic.startsWith('hidden'))) throw forbidden();
    if (topics.some((topic) => topic.startsWith('away'))) throw serviceUnavailable('The graph is away.');
    return { topics, after: after(cursor) };
  };
  interface Arguments {
    readonly topic: string;
    readonly topics: readonly string[];
    readonly after?: string | null;
  }
  const subscribers: Record<string, StreamField<Arguments, unknown, unknown>['subscribe']> = {
    thingUpdated: (_parent, args) => follow([args.topic], args.after),
    thingsUpdated: (_parent, args) => follow(args.topics, args.after),
  };
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    const subscribe = subscribers[name];
    if (subscribe !== undefined)
      field.subscribe = (parent, args, context) => subscribe(parent, args as Arguments, context);
  }
  const queries: Record<string, (context: GatewayContext) => unknown> = {
    role: ({ viewer }) => viewer.role,
    slow: () => graph.slow.then(() => 'done'),
    secret: () => {
      throw new Error('a secret of the database');
    },
    deep: () => ({}),
  };
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = (_parent, _args, context: GatewayContext) => queries[name]?.(context);
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = () => {
      graph.mutations += 1;
      return graph.mutations;
    };
  }
  return graph;
}
