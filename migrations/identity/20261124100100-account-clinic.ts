import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table identity.account_clinic (
      account_id uuid not null references identity.account on delete cascade,
      clinic_id uuid not null,
      primary key (account_id, clinic_id)
    );

    comment on table identity.account_clinic is 'The clinics that an account of role STAFF works at.';
  `.execute(db);
}
