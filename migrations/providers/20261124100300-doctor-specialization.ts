import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.doctor_specialization (
      doctor_id uuid not null references providers.doctor on delete cascade,
      specialization_id uuid not null references providers.specialization,
      primary key (doctor_id, specialization_id)
    );
    create index doctor_specialization_reverse on providers.doctor_specialization (specialization_id, doctor_id);
  `.execute(db);
}
