import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patients.notification_preferences (
      patient_id uuid primary key references patients.patient on delete cascade,
      email boolean not null default true,
      sms boolean not null default true,
      quiet_from time,
      quiet_to time,
      version integer not null default 1 check (version > 0),
      constraint notification_preferences_quiet_hours check (
        (quiet_from is null) = (quiet_to is null) and (quiet_from is null or quiet_from <> quiet_to)
      )
    );

    comment on column patients.notification_preferences.quiet_from is
      'Local time of the patient. Quiet hours may cross midnight: 22:00 to 07:00.';
  `.execute(db);
}
