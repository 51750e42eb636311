import { isAbstractType, possibleRuntimeTypes } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { HopSigner } from '@consulta/platform/hop/signature';
import type { Transport } from '@consulta/platform/hop/transport';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { createDataSource, type DataSource } from './data-source.ts';
import { createExecutor, type GraphExecutor } from './executor.ts';
import type { FederatedSchema } from './prepare.ts';
import type { SupergraphUpdates } from './supergraph-file.ts';

export const subgraphNames = ['patients', 'providers', 'appointments', 'records'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The federated graph, for Apollo Server and for whoever executes without it. */
export interface Graph {
  readonly gateway: ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
  /** Usable once Apollo Server has loaded the gateway. */
  readonly executor: GraphExecutor;
}

/** The federated graph over a composed supergraph and one transport for each of its subgraphs. */
export function createGraph(
  supergraphSdl: string,
  transports: Readonly<Record<SubgraphName, Transport>>,
  signer: HopSigner,
  updates?: SupergraphUpdates,
): Graph {
  return createFederatedGraph(
    supergraphSdl,
    new Map(subgraphNames.map((name) => [name, createDataSource(name, transports[name], signer)])),
    updates,
  );
}

/**
 * Apollo's gateway loads the supergraph and makes its planner; what is planned is executed here.
 *
 * @param updates newer supergraphs; connections stay, and what comes next is planned over the new one
 */
export function createFederatedGraph(
  supergraphSdl: string,
  sources: ReadonlyMap<string, DataSource>,
  updates: SupergraphUpdates = () => undefined,
): Graph {
  const sourceOf = (name: string): DataSource => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`the supergraph names an unknown subgraph: ${name}`);
    return source;
  };
  // Apollo would be told of every process and what it does; there is no other way to say no.
  // biome-ignore lint/style/noProcessEnv: it is written, for a library that reads nothing else
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const loader = new ApolloGateway({
    async supergraphSdl({ update }) {
      updates(update);
      return { supergraphSdl };
    },
    buildService({ name }) {
      sourceOf(name);
      return { process: () => Promise.reject(new Error('the loader executes nothing')) };
    },
  });
  let current: FederatedSchema | undefined;
  loader.onSchemaLoadOrUpdate(({ apiSchema }) => {
    // Named for tests, but the only way to the planner that was made: another would take as long and as much memory.
    const { queryPlanner } = loader.__testing();
    if (queryPlanner !== undefined) current = federatedSchema(apiSchema, queryPlanner, sourceOf);
  });
  const executor = createExecutor(() => {
    if (current === undefined) throw new Error('the graph is not loaded');
    return current;
  });
  return {
    executor,
    gateway: {
      onSchemaLoadOrUpdate: (listener) => loader.onSchemaLoadOrUpdate(listener),
      stop: () => loader.stop(),
      async load(options) {
        await loader.load(options);
        return {
          executor: ({ document, request, context, overallCachePolicy }) =>
            executor.execute(
              { document, operationName: request.operationName, variables: request.variables },
              context as GatewayContext,
              (policy) => overallCachePolicy.restrict(policy),
            ),
        };
      },
    },
  };
}

function federatedSchema(
  schema: GraphQLSchema,
  planner: QueryPlanner,
  sourceOf: (name: string) => DataSource,
): FederatedSchema {
  const { supergraph } = planner;
  return {
    schema,
    planner,
    planned: supergraph.apiSchema(),
    sourceOf,
    typesOf(condition) {
      const type = supergraph.schema.type(condition);
      const within = type !== undefined && isAbstractType(type) ? possibleRuntimeTypes(type) : [];
      return new Set([condition, ...within.map(({ name }) => name)]);
    },
  };
}
