import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { anonymous, type Viewer } from '@consulta/platform/viewer/viewer';
import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { DataSource } from './data-source.ts';
import { createFederatedGraph, type Graph } from './graph.ts';

/** An answer as far as clients see it, its errors in an order of their own: who fails first is chance. */
export interface ComparableAnswer {
  readonly data: unknown;
  readonly errors: readonly string[];
}

/** Executes a text twice: as Apollo's gateway does and as ours does. */
export interface BothExecutors {
  readonly graph: Graph;
  run(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    viewer?: Viewer,
  ): Promise<{ readonly stock: ComparableAnswer; readonly own: ComparableAnswer }>;
}

export function contextOf(viewer: Viewer = anonymous): GatewayContext {
  return { viewer, requestId: 'request-1', deadline: Date.now() + 30_000, statements: [] };
}

export async function loadBothExecutors(
  supergraphSdl: string,
  sources: ReadonlyMap<string, DataSource>,
): Promise<BothExecutors> {
  const graph = createFederatedGraph(supergraphSdl, sources);
  await graph.gateway.load({ apollo: {} });
  const stock = await new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => ({
      async process({ request: { query, variables, operationName }, context }) {
        const body = JSON.stringify({ query, variables, operationName });
        const { data, errors } = (await sources.get(name)?.fetch(body, context as GatewayContext)) ?? {};
        // Their types differ in what may be undefined.
        return { data, errors } as Awaited<ReturnType<GraphQLDataSource['process']>>;
      },
    }),
  }).load();
  return {
    graph,
    async run(query, variables = {}, viewer = anonymous) {
      const document = parse(query);
      const byStock = stock.executor({
        document,
        queryHash: `${query}`,
        request: { query, variables },
        context: contextOf(viewer),
        metrics: {},
      } as never);
      return {
        stock: comparable(await byStock),
        own: comparable(await graph.executor.execute({ document, variables }, contextOf(viewer))),
      };
    },
  };
}

function comparable({ data, errors = [] }: ExecutionResult): ComparableAnswer {
  // Written out, because the order of fields is part of an answer.
  return { data: JSON.stringify(data), errors: errors.map(textOf).sort() };
}

function textOf({ message, path, extensions }: GraphQLError): string {
  return JSON.stringify([message, path, extensions['code'], extensions['serviceName']]);
}
