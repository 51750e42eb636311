import type { Kysely } from 'kysely';
import type { Condition } from '../appointment/queries.ts';
import type { Database } from '../generated/database.ts';

/** When, with whom and where an appointment was to be, at some time of its history. */
export type Standing = Awaited<ReturnType<typeof standingsOf>>[number];

/**
 * How an appointment stood after an event and before it, where the condition holds: its history has the columns that
 * policies decide on.
 *
 * @param version after the event; also its number in the history
 */
export function standingsOf(db: Kysely<Database>, appointment: string, version: number, visible: Condition) {
  return db
    .selectFrom('appointment_event as appointment')
    .select(['doctor_id', 'patient_id', 'clinic_id', 'starts_at', 'ends_at'])
    .where('appointment_id', '=', appointment)
    .where('seq', '>=', version - 1)
    .where('seq', '<=', version)
    .where(visible)
    .execute();
}
