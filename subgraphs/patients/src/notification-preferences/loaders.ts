import { createGroupLoader } from '@consulta/platform/batch/group-loader';
import { unionOf } from '@consulta/platform/projection/columns';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { defaultPreferences, type PreferencesColumn, type PreferencesRow, preferencesOf } from './queries.ts';

export interface PreferencesLoader {
  /** Of a patient that the viewer was seen to see. */
  load(patient: string, columns: readonly PreferencesColumn[]): Promise<PreferencesRow>;
}

export function createPreferencesLoader(db: Kysely<Database>): PreferencesLoader {
  const loader = createGroupLoader<readonly PreferencesColumn[], PreferencesRow | null>({
    label: 'Patient.notificationPreferences',
    async fetch(patients, columns) {
      const rows = await preferencesOf(db, patients, columns);
      return new Map(rows.map((row) => [row.patient_id, row]));
    },
    shapeOf: () => '',
    merge: unionOf,
    absent: () => null,
  });
  return { load: async (patient, columns) => (await loader.load(patient, columns)) ?? defaultPreferences(patient) };
}
