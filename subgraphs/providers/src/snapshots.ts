import type { DomainEvent } from '@consulta/platform/outbox/event';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import type { Kysely } from 'kysely';
import { clinicChanged } from './clinic/events.ts';
import { doctorChanged } from './doctor/events.ts';
import { selectDoctorStates } from './doctor/state.ts';
import type { Database } from './generated/database.ts';
import { serviceChanged } from './healthcare-service/events.ts';
import { stateColumns } from './healthcare-service/writes.ts';

/** How a kind of entry is read in the order of its ids. */
type ReadAfter = (db: Kysely<Database>, after: string, size: number) => Promise<DomainEvent[]>;

const beforeAll = '00000000-0000-0000-0000-000000000000';

// Clinics first: what a reader derives of a doctor, such as cities, follows from them.
const kinds: readonly ReadAfter[] = [
  async (db, after, size) => {
    const query = db.selectFrom('clinic').select(['id', 'version', 'time_zone', 'city', 'status']);
    return (await query.where('id', '>', after).orderBy('id').limit(size).execute()).map(clinicChanged);
  },
  async (db, after, size) => {
    const query = selectDoctorStates(db).where('doctor.id', '>', after).orderBy('doctor.id');
    return (await query.limit(size).execute()).map(doctorChanged);
  },
  async (db, after, size) => {
    const query = db.selectFrom('healthcare_service').select(stateColumns);
    return (await query.where('id', '>', after).orderBy('id').limit(size).execute()).map(serviceChanged);
  },
];

/**
 * The directory as it stands, told in the events that its readers already understand: what a read model is rebuilt
 * from. An entry that changes meanwhile comes with either version, so a reader keeps the newer as it always does.
 *
 * @param size most events of a page
 */
export async function* snapshots(pool: Pool, size = 1000): AsyncGenerator<readonly DomainEvent[], void, undefined> {
  const db = createKysely<Database>(pool, 'providers');
  for (const readAfter of kinds) {
    for (let after: string | undefined = beforeAll; after !== undefined; ) {
      const page: readonly DomainEvent[] = await readAfter(db, after, size);
      if (page.length > 0) yield page;
      after = page.length < size ? undefined : page.at(-1)?.aggregateId;
    }
  }
}

/** How many events `snapshots` will tell, for a progress bar. */
export async function countSnapshots(pool: Pool): Promise<number> {
  const db = createKysely<Database>(pool, 'providers');
  const { clinics, doctors, services } = await db
    .selectNoFrom((eb) => [
      eb.selectFrom('clinic').select(eb.fn.countAll<number>().as('count')).as('clinics'),
      eb.selectFrom('doctor').select(eb.fn.countAll<number>().as('count')).as('doctors'),
      eb.selectFrom('healthcare_service').select(eb.fn.countAll<number>().as('count')).as('services'),
    ])
    .executeTakeFirstOrThrow();
  return Number(clinics) + Number(doctors) + Number(services);
}
