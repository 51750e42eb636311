import { createRowLoader } from '@consulta/platform/batch/row-loader';
import type { Cache, Caches } from '@consulta/platform/cache/cache';
import type { Peers } from '@consulta/platform/hop/peers';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';
import { type EntryKind, entryTag } from './events.ts';
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

/** What is kept of entries between requests. */
export interface KeptEntries {
  readonly clinic: Cache<ClinicEntry>;
  readonly doctor: Cache<DoctorEntry>;
  readonly service: Cache<ServiceEntry>;
}

export function keepEntries(caches: Caches): KeptEntries {
  const define = <Entry>(kind: EntryKind, ttlSeconds: number): Cache<Entry> =>
    caches.define({ name: `directory-${kind}`, version: 1, ttlSeconds, tagsOf: (id) => [entryTag(kind, id)] });
  return { clinic: define('clinic', 14_400), doctor: define('doctor', 3_600), service: define('service', 14_400) };
}

/** A directory for the time of one request: lookups of a tick share a statement, and their misses a question. */
export function createDirectory(db: Kysely<Database>, peers: Peers, kept: KeptEntries): Directory {
  return {
    clinic: lookup('ClinicEntry', kept.clinic, {
      read: (ids) => clinicsByIds(db, ids),
      ask: (ids) => askForClinics(peers, ids),
      put: (entries) => putClinics(db, entries),
    }),
    doctor: lookup('DoctorEntry', kept.doctor, {
      read: (ids) => doctorsByIds(db, ids),
      ask: (ids) => askForDoctors(peers, ids),
      put: (entries) => putDoctors(db, entries),
    }),
    service: lookup('ServiceEntry', kept.service, {
      read: (ids) => servicesByIds(db, ids),
      ask: (ids) => askForServices(peers, ids),
      put: (entries) => putServices(db, entries),
    }),
  };
}

/** Where entries come from. */
interface EntrySource<Entry> {
  readonly read: (ids: readonly string[]) => Promise<readonly Entry[]>;
  readonly ask: (ids: readonly string[]) => Promise<readonly Entry[]>;
  readonly put: (entries: readonly Entry[]) => Promise<void>;
}

function lookup<Entry extends { readonly id: string }>(
  label: string,
  kept: Cache<Entry>,
  { read, ask, put }: EntrySource<Entry>,
): (id: string) => Promise<Entry | null> {
  const fill = async (ids: readonly string[]): Promise<ReadonlyMap<string, Entry>> => {
    const known = await read(ids);
    const held = new Set(known.map(({ id }) => id));
    const missing = ids.filter((id) => !held.has(id));
    const told = missing.length === 0 ? [] : await ask(missing);
    if (told.length > 0) await put(told);
    return new Map([...known, ...told].map((entry) => [entry.id, entry]));
  };
  const loader = createRowLoader<Entry, never>(label, async (ids) => {
    const entries = await kept.getMany(ids, fill);
    return [...entries.values()].filter((entry) => entry !== null);
  });
  return (id) => loader.load(id, []);
}
