import { ApolloGateway } from '@apollo/gateway';
import type { HopSigner } from '@consulta/platform/hop/signature';
import type { Transport } from '@consulta/platform/hop/transport';
import { createDataSource } from './data-source.ts';

export const subgraphNames = ['patients', 'providers', 'appointments', 'records'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The federated graph over a composed supergraph and one transport for each of its subgraphs. */
export function createGraph(
  supergraphSdl: string,
  transports: Readonly<Record<SubgraphName, Transport>>,
  signer: HopSigner,
): ApolloGateway {
  const nameOf = (name: string): SubgraphName => {
    const known = subgraphNames.find((candidate) => candidate === name);
    if (known === undefined) throw new Error(`the supergraph names an unknown subgraph: ${name}`);
    return known;
  };
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => createDataSource(name, transports[nameOf(name)], signer),
  });
}
