import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';
import { putClinics, putDoctors, putServices } from './queries.ts';

/** The whole directory as its owner has it, in portions of at most some thousand entries. */
export interface DirectorySnapshots {
  readonly clinics: AsyncIterable<readonly ClinicEntry[]>;
  readonly doctors: AsyncIterable<readonly DoctorEntry[]>;
  readonly services: AsyncIterable<readonly ServiceEntry[]>;
}

/**
 * Brings the directory up to its owner's state, while requests and events go on: no entry ever goes back to an older
 * version. Entries are never removed, as the owner only ever deactivates them.
 *
 * @param onProgress called after each portion with the number of entries written
 * @returns how many entries were written
 */
export async function rebuildDirectory(
  db: Kysely<Database>,
  { clinics, doctors, services }: DirectorySnapshots,
  onProgress: (written: number) => void,
): Promise<number> {
  const copy = async <Entry>(
    portions: AsyncIterable<readonly Entry[]>,
    put: (db: Kysely<Database>, entries: readonly Entry[]) => Promise<void>,
  ): Promise<number> => {
    let written = 0;
    for await (const entries of portions) {
      await put(db, entries);
      written += entries.length;
      onProgress(entries.length);
    }
    return written;
  };
  return (await copy(clinics, putClinics)) + (await copy(doctors, putDoctors)) + (await copy(services, putServices));
}
