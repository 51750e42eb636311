import { hashPassword } from '@consulta/gateway/auth/password';
import { demoAccounts, demoPassword } from '../demo-accounts.ts';
import type { CopyWriter } from './copy.ts';

export type Role = keyof typeof demoAccounts;

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly name: string;
  readonly patient?: string;
  readonly doctor?: string;
  readonly clinics?: readonly string[];
  readonly createdAt: Date;
}

export interface Accounts {
  add(account: NewAccount): void;
}

/**
 * Everybody has an account, but none can sign in with a password except those of `demoAccounts`.
 *
 * @param demo false leaves those without a password too
 */
export async function createAccounts(writer: CopyWriter, { demo }: { demo: boolean }): Promise<Accounts> {
  const account = writer.table('identity.account', [
    'id',
    'email',
    'password_hash',
    'role',
    'display_name',
    'patient_id',
    'doctor_id',
    'created_at',
    'updated_at',
  ]);
  const accountClinic = writer.table('identity.account_clinic', ['account_id', 'clinic_id']);
  const hashes = new Map<string, string>();
  if (demo) for (const email of Object.values(demoAccounts)) hashes.set(email, await hashPassword(demoPassword));

  return {
    add({ id, email, role, name, patient, doctor, clinics = [], createdAt }) {
      account({
        id,
        email,
        password_hash: hashes.get(email) ?? null,
        role,
        display_name: name,
        patient_id: patient ?? null,
        doctor_id: doctor ?? null,
        created_at: createdAt,
        updated_at: createdAt,
      });
      for (const clinic of clinics) accountClinic({ account_id: id, clinic_id: clinic });
    },
  };
}
