import { type Connection, toConnection } from '@consulta/platform/connection/connection';
import type { KeyValue } from '@consulta/platform/connection/cursor';
import { type Ordering, openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { parseInput } from '@consulta/platform/input/parse-input';
import type { OfferedSlot } from '../availability/slots.ts';
import type { Context } from '../context.ts';
import type { QuerySearchAvailabilityArgs, Resolvers } from '../generated/resolvers.ts';
import type { Criteria } from './criteria.ts';
import { filterSchema } from './filter.ts';
import type { Place } from './place.ts';
import { clamp, searchSlots } from './search.ts';

const ordering = {
  name: 'search.START_ASC',
  direction: 'asc',
  keys: [
    { column: 'start', type: 'timestamptz' },
    { column: 'doctor', type: 'uuid' },
    { column: 'service', type: 'uuid' },
  ],
} as const satisfies Ordering<keyof OfferedSlot>;

export const searchResolvers: Resolvers = {
  Query: { searchAvailability: (_, args, context) => searchAvailability(args, context) },
};

async function searchAvailability(
  { filter, ...args }: QuerySearchAvailabilityArgs,
  context: Context,
): Promise<Connection<OfferedSlot>> {
  const { cursors, now, availability, roster } = context;
  const search = parseInput(filterSchema(now), filter, ['filter']);
  const page = openPage(pageRequest(args), ordering, cursors);
  const [after, before] = page.backwards ? [page.before, page.after] : [page.after, page.before];
  const criteria = await narrowedByService(search.criteria, context);
  const slots =
    criteria === null
      ? []
      : await searchSlots(
          { ...availability, roster, now },
          { ...search, criteria, period: clamp(search.period, now) },
          {
            direction: page.backwards ? -1 : 1,
            size: page.size + 1,
            after: after && placeAt(after),
            before: before && placeAt(before),
          },
        );
  return toConnection(slots, page, cursors, () => Promise.reject(new Error('free times are not counted')));
}

/** A service says where it is given and by whom; null where that is not what is looked for, or there is none. */
async function narrowedByService(criteria: Criteria, { directory }: Context): Promise<Criteria | null> {
  if (criteria.service === null) return criteria;
  const service = await directory.service(criteria.service);
  if (service === null) return null;
  const { clinic_id: clinic, specialization_id: specialization } = service;
  const isElsewhere = criteria.clinic !== null && criteria.clinic !== clinic;
  const isOther = criteria.specialization !== null && criteria.specialization !== specialization;
  return isElsewhere || isOther ? null : { ...criteria, clinic, specialization };
}

function placeAt([start, doctor, service]: readonly KeyValue[]): Place {
  return { start: Date.parse(String(start)), doctor: String(doctor), service: String(service) };
}
