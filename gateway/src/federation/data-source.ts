import type { CachePolicy } from '@consulta/platform/graphql/cache-policy';
import type { HopSigner } from '@consulta/platform/hop/signature';
import type { SubgraphAnswer, Transport } from '@consulta/platform/hop/transport';
import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { GatewayContext } from '../context.ts';

/** Narrows what the whole answer may be kept for. */
export type Restrict = (policy: CachePolicy) => void;

/** How the gateway's executor reaches one subgraph: the viewer is signed into every hop, bound to its body. */
export interface DataSource {
  /**
   * @param body JSON text of `{query, operationName, variables, stream}`
   * @throws TIMEOUT, SERVICE_UNAVAILABLE
   */
  fetch(body: string, context: GatewayContext, restrict?: Restrict): Promise<SubgraphAnswer>;
}

export function createDataSource(subgraph: string, transport: Transport, signer: HopSigner): DataSource {
  return {
    async fetch(body, { viewer, requestId, deadline, statements }, restrict) {
      const signature = signer.sign({ viewer, requestId, deadline }, body);
      const answer = await transport.send({ signature, body, deadline, requestId });
      const sent = answer.extensions?.['statements'] as StatementCount[] | undefined;
      restrict?.(statedPolicy(answer.extensions?.['cacheControl']));
      for (const statement of sent ?? []) statements.push({ subgraph, statement });
      return answer;
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
