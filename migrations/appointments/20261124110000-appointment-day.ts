import { type Kysely, sql } from 'kysely';

/** The index of everybody's appointments by date carries the modality: a list of one, and its count, are decided in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index appointments.appointment_day;
    create index appointment_day on appointments.appointment (starts_at, status, id) include (modality);
  `.execute(db);
}
