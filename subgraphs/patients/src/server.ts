import { createCursorCodec } from '@consulta/platform/connection/cursor';
import { scalars } from '@consulta/platform/graphql/scalars';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { mergeResolvers } from '@consulta/platform/subgraph/resolvers';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { createSubgraph, type Subgraph } from '@consulta/platform/subgraph/subgraph';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { contactResolvers } from './contact/resolvers.ts';
import { createContext } from './context.ts';
import type { Database } from './generated/database.ts';
import { nodeResolvers } from './node/resolvers.ts';
import { notificationPreferencesResolvers } from './notification-preferences/resolvers.ts';
import { patientResolvers } from './patient/resolvers.ts';
import { viewerResolvers } from './viewer/resolvers.ts';

export const name = 'patients';

/** The subgraph of patients, their contacts and preferences, of the viewer, and of the way to any node. */
export function createPatients({ pool, runtime, secret, poke, peers }: SubgraphDependencies): Subgraph {
  const db = createKysely<Database>(pool, name);
  const dependencies = {
    db,
    cursors: createCursorCodec(secret),
    unitOfWork: createUnitOfWork({ db, schema: name, poke }),
    peers,
    logger: runtime.logger,
  };
  return createSubgraph(
    {
      name,
      typeDefs: readSchemaFiles(import.meta.dirname),
      resolvers: mergeResolvers([
        scalars,
        viewerResolvers,
        nodeResolvers,
        patientResolvers,
        contactResolvers,
        notificationPreferencesResolvers,
      ]),
      createContext: (request) => createContext(dependencies, request),
    },
    runtime,
  );
}
