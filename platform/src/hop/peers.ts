import { randomUUID } from 'node:crypto';
import { system, type Viewer } from '../viewer/viewer.ts';
import type { HopSigner } from './signature.ts';
import { type Transport, unavailable } from './transport.ts';

/** Other subgraphs, asked for what a read model does not know yet. Only fields made for this are asked. */
export interface Peers {
  /**
   * @param query of one operation, written once: it is prepared by its text
   * @param viewer as whom: then the owner's policies decide. Default SYSTEM
   * @returns the operation's data; check its shape
   * @throws SERVICE_UNAVAILABLE or TIMEOUT where the peer does not answer within 2 s or answers with errors
   */
  ask(subgraph: string, query: string, variables: Readonly<Record<string, unknown>>, viewer?: Viewer): Promise<unknown>;
}

const patienceMillis = 2_000;

/** @param transportTo how each peer is reached; looked up at the first question, so peers may start in any order */
export function createPeers(transportTo: (subgraph: string) => Transport, signer: HopSigner): Peers {
  return {
    async ask(subgraph, query, variables, viewer = system) {
      const body = JSON.stringify({ query, variables });
      const hop = { viewer, requestId: randomUUID(), deadline: Date.now() + patienceMillis };
      const { data, errors } = await transportTo(subgraph).send({ ...hop, signature: signer.sign(hop, body), body });
      if (errors !== undefined && errors.length > 0) throw unavailable(subgraph);
      return data;
    },
  };
}
