import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../generated/database.ts';

type Identity = Kysely<Database>;

/** What a sign-in compares; the only place that selects `password_hash`. */
export function credentialsOf(db: Identity, email: string) {
  return db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('status', '=', 'active')
    .executeTakeFirst();
}

/** What an active account may act as. */
export function accountById(db: Identity, id: string) {
  return db
    .selectFrom('account')
    .select(['id', 'role', 'patient_id', 'doctor_id'])
    .select((eb) =>
      eb
        .selectFrom('account_clinic')
        .select(sql<string[]>`coalesce(array_agg(clinic_id), '{}')`.as('clinics'))
        .whereRef('account_id', '=', 'account.id')
        .as('clinics'),
    )
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirst();
}
