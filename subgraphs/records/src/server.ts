import { createCursorCodec } from '@consulta/platform/connection/cursor';
import { scalars } from '@consulta/platform/graphql/scalars';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { mergeResolvers } from '@consulta/platform/subgraph/resolvers';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { createSubgraph, type Subgraph } from '@consulta/platform/subgraph/subgraph';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { createAccessLog } from './access-log/access-log.ts';
import { insertEntries } from './access-log/queries.ts';
import { accessLogResolvers } from './access-log/resolvers.ts';
import { attachmentResolvers } from './attachment/resolvers.ts';
import { createContext } from './context.ts';
import type { Database } from './generated/database.ts';
import { medicalRecordResolvers } from './medical-record/resolvers.ts';
import { referenceResolvers } from './reference/resolvers.ts';
import { versionResolvers } from './version/resolvers.ts';

export const name = 'records';

/** The subgraph of medical records and of who read them. */
export function createRecords({ pool, runtime, secret, poke, peers }: SubgraphDependencies): Subgraph {
  const db = createKysely<Database>(pool, name);
  const logger = runtime.logger.child({ subgraph: name });
  const accessLog = createAccessLog({ write: (entries) => insertEntries(db, entries), logger });
  const dependencies = {
    db,
    cursors: createCursorCodec(secret),
    logger,
    peers,
    unitOfWork: createUnitOfWork({ db, schema: name, poke }),
    accessLog,
  };
  return createSubgraph(
    {
      name,
      typeDefs: readSchemaFiles(import.meta.dirname),
      resolvers: mergeResolvers([
        scalars,
        referenceResolvers,
        medicalRecordResolvers,
        versionResolvers,
        attachmentResolvers,
        accessLogResolvers,
      ]),
      createContext: (request) => createContext(dependencies, request),
      close: () => accessLog.close(),
    },
    runtime,
  );
}
