import { tagsOf } from '@consulta/platform/cache/tags';
import { createCursorCodec } from '@consulta/platform/connection/cursor';
import { scalars } from '@consulta/platform/graphql/scalars';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { mergeResolvers } from '@consulta/platform/subgraph/resolvers';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { createSubgraph, type Subgraph } from '@consulta/platform/subgraph/subgraph';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { clinicResolvers } from './clinic/resolvers.ts';
import { createContext } from './context.ts';
import { doctorResolvers } from './doctor/resolvers.ts';
import type { Database } from './generated/database.ts';
import { healthcareServiceResolvers } from './healthcare-service/resolvers.ts';
import { keepDirectory } from './kept.ts';
import { specializationResolvers } from './specialization/resolvers.ts';

export const name = 'providers';

/** The subgraph of doctors, clinics, specializations and healthcare services. */
export function createProviders({ pool, runtime, secret, poke, caches }: SubgraphDependencies): Subgraph {
  const db = createKysely<Database>(pool, name);
  const dependencies = {
    db,
    cursors: createCursorCodec(secret),
    kept: keepDirectory(caches),
    unitOfWork: createUnitOfWork({
      db,
      schema: name,
      poke,
      onCommitted: (events) => caches.invalidate(events.flatMap(tagsOf)),
    }),
  };
  return createSubgraph(
    {
      name,
      typeDefs: readSchemaFiles(import.meta.dirname),
      resolvers: mergeResolvers([
        scalars,
        clinicResolvers,
        doctorResolvers,
        healthcareServiceResolvers,
        specializationResolvers,
      ]),
      createContext: (request) => createContext(dependencies, request),
    },
    runtime,
  );
}
