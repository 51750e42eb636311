import { anyOf } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Kysely, Selectable, Updateable } from 'kysely';
import type { Database } from '../generated/database.ts';

type Preferences = Database['notification_preferences'];
export type PreferencesRow = Selectable<Preferences>;
export type PreferencesColumn = keyof PreferencesRow;

/** The columns behind each field of `NotificationPreferences`. */
export const preferencesColumns: ColumnMap<PreferencesColumn> = {
  email: ['email'],
  sms: ['sms'],
  quietHours: ['quiet_from', 'quiet_to'],
  version: ['version'],
};

/** What holds for patients who never said: the same as the table's defaults. */
export function defaultPreferences(patient: string): PreferencesRow {
  return { patient_id: patient, email: true, sms: true, quiet_from: null, quiet_to: null, version: 1 };
}

export function preferencesOf(
  db: Kysely<Database>,
  patients: readonly string[],
  columns: readonly PreferencesColumn[],
) {
  return db.selectFrom('notification_preferences').select(columns).where('patient_id', '=', anyOf(patients)).execute();
}

/** The first change needs a row to change. */
export async function ensurePreferences(db: Kysely<Database>, patient: string): Promise<void> {
  await db
    .insertInto('notification_preferences')
    .values({ patient_id: patient })
    .onConflict((conflict) => conflict.column('patient_id').doNothing())
    .execute();
}

/** Changes preferences and returns the new version, or nothing where they are not at `version`. */
export function updatePreferencesRow(
  db: Kysely<Database>,
  patient: string,
  version: number | null,
  changes: Updateable<Preferences>,
) {
  return db
    .updateTable('notification_preferences')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('patient_id', '=', patient)
    .$if(version !== null, (query) => query.where('version', '=', version as number))
    .returning('version')
    .executeTakeFirst();
}
