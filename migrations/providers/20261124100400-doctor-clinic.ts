import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.doctor_clinic (
      doctor_id uuid not null references providers.doctor on delete cascade,
      clinic_id uuid not null references providers.clinic,
      primary key (doctor_id, clinic_id)
    );
    create index doctor_clinic_reverse on providers.doctor_clinic (clinic_id, doctor_id);
  `.execute(db);
}
