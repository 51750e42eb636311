import type { GraphQLDataSource } from '@apollo/gateway';
import type { CachePolicy } from '@consulta/platform/graphql/cache-policy';
import type { HopSigner } from '@consulta/platform/hop/signature';
import type { Transport } from '@consulta/platform/hop/transport';
import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { GatewayContext } from '../context.ts';

/** How the gateway's executor reaches one subgraph: the viewer is signed into every hop, bound to its body. */
export function createDataSource(
  subgraph: string,
  transport: Transport,
  signer: HopSigner,
): GraphQLDataSource<GatewayContext> {
  return {
    async process(options) {
      const { request, context } = options;
      const { viewer, requestId, deadline, statements } = context as GatewayContext;
      const body = JSON.stringify({
        query: request.query,
        variables: request.variables,
        operationName: request.operationName,
      });
      const signature = signer.sign({ viewer, requestId, deadline }, body);
      const answer = await transport.send({ signature, body, deadline, requestId });
      const sent = answer.extensions?.['statements'] as StatementCount[] | undefined;
      if ('incomingRequestContext' in options) {
        options.incomingRequestContext.overallCachePolicy?.restrict(statedPolicy(answer.extensions?.['cacheControl']));
      }
      for (const statement of sent ?? []) statements.push({ subgraph, statement });
      return { data: answer.data, errors: answer.errors } as Awaited<
        ReturnType<GraphQLDataSource<GatewayContext>['process']>
      >;
    },
  };
}

/** What a subgraph says of its answer. Nothing, or what is not understood, means that nobody may keep it. */
function statedPolicy(stated: unknown): CachePolicy {
  const { maxAge, scope } = (stated ?? {}) as Partial<CachePolicy>;
  return Number.isInteger(maxAge) && scope === 'PUBLIC'
    ? { maxAge: Number(maxAge), scope }
    : { maxAge: 0, scope: 'PRIVATE' };
}
