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
import { appointmentUpdateResolvers } from './appointment-update/resolvers.ts';
import { createAvailability } from './availability/availability.ts';
import { availabilityResolvers } from './availability/resolvers.ts';
import { availabilityChangeResolvers } from './availability-change/resolvers.ts';
import { availabilityExceptionResolvers } from './availability-exception/resolvers.ts';
import { availabilityRuleResolvers } from './availability-rule/resolvers.ts';
import { bookingResolvers } from './booking/resolvers.ts';
import { careRelationshipResolvers } from './care-relationship/resolvers.ts';
import { type AppointmentsConfig, defaultConfig } from './config.ts';
import { createContext } from './context.ts';
import { keepEntries } from './directory/directory.ts';
import type { Database } from './generated/database.ts';
import { holdResolvers } from './hold/resolvers.ts';
import { messageResolvers } from './message/resolvers.ts';
import { messageStreamResolvers } from './message/stream-resolvers.ts';
import { referenceResolvers } from './reference/resolvers.ts';
import { scheduleResolvers } from './schedule/resolvers.ts';
import { searchResolvers } from './search/resolvers.ts';
import { createRoster } from './search/roster.ts';
import { seriesResolvers } from './series/resolvers.ts';
import { streamResolvers } from './stream/resolvers.ts';
import { transitionResolvers } from './transition/resolvers.ts';
import { videoSessionResolvers } from './video-session/resolvers.ts';
import { waitlistResolvers } from './waitlist/resolvers.ts';

export const name = 'appointments';

/**
 * The subgraph of schedules, the times they offer, and appointments.
 *
 * @param now the clock that notice and horizon are counted from
 * @param settings how long holds run
 */
export function createAppointments(
  { pool, runtime, secret, poke, peers, caches }: SubgraphDependencies,
  now: () => Date = () => new Date(),
  { HOLD_MINUTES: holdMinutes }: AppointmentsConfig = defaultConfig,
): Subgraph {
  const db = createKysely<Database>(pool, name);
  const dependencies = {
    db,
    peers,
    now,
    availability: createAvailability(db, caches, now),
    roster: createRoster(db, caches),
    entries: keepEntries(caches),
    holdMinutes,
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
        holdResolvers,
        transitionResolvers,
        seriesResolvers,
        careRelationshipResolvers,
        scheduleResolvers,
        availabilityRuleResolvers,
        availabilityExceptionResolvers,
        availabilityResolvers,
        searchResolvers,
        waitlistResolvers,
        streamResolvers,
        appointmentUpdateResolvers,
        availabilityChangeResolvers,
        videoSessionResolvers,
        messageResolvers,
        messageStreamResolvers,
      ]),
      createContext: (request) => createContext(dependencies, request),
    },
    runtime,
  );
}
