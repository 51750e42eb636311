import { tagsOf } from '@consulta/platform/cache/tags';
import { createCursorCodec } from '@consulta/platform/connection/cursor';
import { scalars } from '@consulta/platform/graphql/scalars';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { mergeResolvers } from '@consulta/platform/subgraph/resolvers';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { createSubgraph, type Subgraph } from '@consulta/platform/subgraph/subgraph';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { appointmentResolvers } from './appointment/resolvers.ts';
import { createAvailability } from './availability/availability.ts';
import { availabilityResolvers } from './availability/resolvers.ts';
import { availabilityExceptionResolvers } from './availability-exception/resolvers.ts';
import { availabilityRuleResolvers } from './availability-rule/resolvers.ts';
import { bookingResolvers } from './booking/resolvers.ts';
import { careRelationshipResolvers } from './care-relationship/resolvers.ts';
import { createContext } from './context.ts';
import { keepEntries } from './directory/directory.ts';
import type { Database } from './generated/database.ts';
import { referenceResolvers } from './reference/resolvers.ts';
import { scheduleResolvers } from './schedule/resolvers.ts';
import { searchResolvers } from './search/resolvers.ts';
import { createRoster } from './search/roster.ts';
import { seriesResolvers } from './series/resolvers.ts';
import { transitionResolvers } from './transition/resolvers.ts';

export const name = 'appointments';

/**
 * The subgraph of schedules, the times they offer, and appointments.
 *
 * @param now the clock that notice and horizon are counted from
 */
export function createAppointments(
  { pool, runtime, secret, poke, peers, caches }: SubgraphDependencies,
  now: () => Date = () => new Date(),
): Subgraph {
  const db = createKysely<Database>(pool, name);
  const dependencies = {
    db,
    peers,
    now,
    availability: createAvailability(db, caches, now),
    roster: createRoster(db, caches),
    entries: keepEntries(caches),
    cursors: createCursorCodec(secret),
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
        referenceResolvers,
        appointmentResolvers,
        bookingResolvers,
        transitionResolvers,
        seriesResolvers,
        careRelationshipResolvers,
        scheduleResolvers,
        availabilityRuleResolvers,
        availabilityExceptionResolvers,
        availabilityResolvers,
        searchResolvers,
      ]),
      createContext: (request) => createContext(dependencies, request),
    },
    runtime,
  );
}
