import { violates } from '@consulta/platform/postgres/errors';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import { sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import { accountChanged } from './events.ts';
import { hashPassword } from './password.ts';

/** A new account. Ids are uuids of rows that other subgraphs own. */
export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: 'PATIENT' | 'DOCTOR' | 'STAFF' | 'ADMIN';
  /** Whom a PATIENT is. */
  readonly patient: string | null;
  /** Whom a DOCTOR is. */
  readonly doctor: string | null;
  /** Where STAFF works. */
  readonly clinics: readonly string[];
}

/** Somebody has an account with this e-mail already. */
export class EmailTakenError extends Error {
  override readonly name = 'EmailTakenError';
}

/**
 * Lets somebody sign in; returns the account's uuid.
 *
 * @throws {EmailTakenError}
 */
export async function createAccount(unitOfWork: UnitOfWork<Database>, account: NewAccount): Promise<string> {
  const password_hash = await hashPassword(account.password);
  try {
    return await unitOfWork.run(async (transaction, emit) => {
      const { id, version } = await transaction
        .insertInto('account')
        .values({
          email: account.email,
          password_hash,
          display_name: account.displayName,
          role: account.role,
          patient_id: account.patient,
          doctor_id: account.doctor,
        })
        .returning(['id', 'version'])
        .executeTakeFirstOrThrow();
      if (account.clinics.length > 0) {
        const rows = account.clinics.map((clinic_id) => ({ account_id: id, clinic_id }));
        await transaction.insertInto('account_clinic').values(rows).execute();
      }
      emit(accountChanged({ id, version }));
      return id;
    });
  } catch (error) {
    throw violates(error, 'account_email_key') ? new EmailTakenError(undefined, { cause: error }) : error;
  }
}

/**
 * Lets an account in, or shuts it out, live tokens included, as soon as gateways are told; false where there is none
 * with this e-mail.
 */
export async function setAccountStatus(
  unitOfWork: UnitOfWork<Database>,
  email: string,
  status: 'active' | 'disabled',
): Promise<boolean> {
  return unitOfWork.run(async (transaction, emit) => {
    const changed = await transaction
      .updateTable('account')
      .set((eb) => ({ status, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
      .where(sql<string>`lower(email)`, '=', email.toLowerCase())
      .returning(['id', 'version'])
      .executeTakeFirst();
    if (changed === undefined) return false;
    emit(accountChanged(changed));
    return true;
  });
}
