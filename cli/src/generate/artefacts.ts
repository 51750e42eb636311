import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateAll } from '@consulta/migrations/migrate';
import { clientDocuments } from '@consulta/schema/client-documents';
import { composeContract } from '@consulta/schema/compose';
import { resolverTypes } from '@consulta/schema/resolver-types';
import { withClient } from '../postgres/client.ts';
import { startEmbeddedPostgres } from '../postgres/server.ts';
import { databaseTypes } from './database-types.ts';

const subgraphs = ['patients', 'providers', 'appointments', 'records'] as const;

/** Where the types of each PostgreSQL schema go. */
const schemas: Readonly<Record<string, string>> = {
  identity: 'gateway',
  ...Object.fromEntries(subgraphs.map((name) => [name, `subgraphs/${name}`])),
};

/** A client of the graph, which has its operations typed. */
const example = 'examples/waiting-room/src/browser';

/** A committed file that is derived from others: its path from the root, and its text. */
export type Artefact = readonly [path: string, text: string];

/** Derives artefacts afresh, touching no file of the checkout. One kind that fails leaves the others. */
export async function deriveArtefacts(): Promise<{ artefacts: Artefact[]; failures: unknown[] }> {
  const kinds = await Promise.allSettled([contract(), ...subgraphs.map(resolvers), databases()]);
  return {
    artefacts: kinds.flatMap((kind) => (kind.status === 'fulfilled' ? kind.value : [])),
    failures: kinds.flatMap((kind) => (kind.status === 'rejected' ? [kind.reason] : [])),
  };
}

async function contract(): Promise<Artefact[]> {
  const { supergraph, api } = await Promise.resolve().then(composeContract);
  return [
    ['schema/supergraph.graphql', supergraph],
    ['schema/api.graphql', api],
    [`${example}/generated/documents.ts`, await clientDocuments(api, await operationsOf(example))],
  ];
}

function operationsOf(folder: string): Promise<string> {
  return readFile(new URL(`../../../${folder}/operations.graphql`, import.meta.url), 'utf8');
}

async function resolvers(subgraph: string): Promise<Artefact[]> {
  return [[`subgraphs/${subgraph}/src/generated/resolvers.ts`, await resolverTypes(subgraph)]];
}

async function databases(): Promise<Artefact[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'consulta-generate-'));
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    const url = server.url('postgres');
    await migrateAll(url);
    return await withClient(url, async (client) => {
      const files: Artefact[] = [];
      for (const [schema, folder] of Object.entries(schemas)) {
        files.push([`${folder}/src/generated/database.ts`, await databaseTypes(client, schema)]);
      }
      return files;
    });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
