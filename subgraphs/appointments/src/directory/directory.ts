import { createRowLoader } from '@consulta/platform/batch/row-loader';
import type { Peers } from '@consulta/platform/hop/peers';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';
import { askForClinics, askForDoctors, askForServices } from './owner.ts';
import { clinicsByIds, doctorsByIds, putClinics, putDoctors, putServices, servicesByIds } from './queries.ts';

/**
 * What providers told of doctors, clinics and services. The copy lags by milliseconds, so an id that it does not hold is
 * asked of its owner before it is said not to exist.
 */
export interface Directory {
  clinic(id: string): Promise<ClinicEntry | null>;
  doctor(id: string): Promise<DoctorEntry | null>;
  service(id: string): Promise<ServiceEntry | null>;
}

/** A directory for the time of one request: lookups of a tick share a statement, and their misses a question. */
export function createDirectory(db: Kysely<Database>, peers: Peers): Directory {
  return {
    clinic: lookup('ClinicEntry', {
      read: (ids) => clinicsByIds(db, ids),
      ask: (ids) => askForClinics(peers, ids),
      put: (entries) => putClinics(db, entries),
    }),
    doctor: lookup('DoctorEntry', {
      read: (ids) => doctorsByIds(db, ids),
      ask: (ids) => askForDoctors(peers, ids),
      put: (entries) => putDoctors(db, entries),
    }),
    service: lookup('ServiceEntry', {
      read: (ids) => servicesByIds(db, ids),
      ask: (ids) => askForServices(peers, ids),
      put: (entries) => putServices(db, entries),
    }),
  };
}

function lookup<Entry extends { readonly id: string }>(
  label: string,
  {
    read,
    ask,
    put,
  }: {
    read: (ids: readonly string[]) => Promise<readonly Entry[]>;
    ask: (ids: readonly string[]) => Promise<readonly Entry[]>;
    put: (entries: readonly Entry[]) => Promise<void>;
  },
): (id: string) => Promise<Entry | null> {
  const loader = createRowLoader<Entry, never>(label, async (ids) => {
    const known = await read(ids);
    const held = new Set(known.map(({ id }) => id));
    const missing = ids.filter((id) => !held.has(id));
    if (missing.length === 0) return known;
    const told = await ask(missing);
    if (told.length > 0) await put(told);
    return [...known, ...told];
  });
  return (id) => loader.load(id, []);
}
