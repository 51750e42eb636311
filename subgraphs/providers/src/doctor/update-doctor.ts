import { idempotent } from '@consulta/platform/idempotency';
import { emailAddress, expectedVersion, idempotencyKey, idOf, phoneNumber } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { notChanged, notFound } from '../changes.ts';
import { withRefusals } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { status } from '../status.ts';
import { doctorChanged } from './events.ts';
import { biography, clinics, languages, personName, specializations, title } from './fields.ts';
import { type DoctorChange, mayUpdateDoctor } from './policy.ts';
import { doctorState } from './state.ts';
import {
  addClinics,
  addSpecializations,
  changeDoctor,
  doctorExists,
  removeClinics,
  removeSpecializations,
} from './writes.ts';

const inputSchema = z
  .object({
    doctor: idOf('Doctor'),
    expectedVersion,
    title: title.nullish(),
    givenName: personName.optional(),
    familyName: personName.optional(),
    languages: languages.optional(),
    biography: biography.nullish(),
    email: emailAddress.nullish(),
    phone: phoneNumber.nullish(),
    status: status.optional(),
    addSpecializations: specializations,
    removeSpecializations: specializations,
    addClinics: clinics,
    removeClinics: clinics,
    idempotencyKey,
  })
  .refine((input) => areDisjoint(input.addClinics, input.removeClinics), {
    path: ['removeClinics'],
    message: 'A clinic cannot be joined and left at once.',
  })
  .refine((input) => areDisjoint(input.addSpecializations, input.removeSpecializations), {
    path: ['removeSpecializations'],
    message: 'A specialization cannot be taken up and given up at once.',
  });

type Change = Omit<z.output<typeof inputSchema>, 'idempotencyKey'>;
type Places = Record<'addClinics' | 'removeClinics' | 'addSpecializations' | 'removeSpecializations', string[]>;

/**
 * Changes a doctor; returns their uuid. Joining a clinic is a change of the doctor too: it moves their version, so that
 * the events which carry it have an order.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateDoctor({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  mayUpdateDoctor(viewer, touchedBy(change));
  const request = { principal: principalOf(viewer), key, request: { updateDoctor: change } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { doctor: id, expectedVersion: version, givenName, familyName, ...rest } = change;
    const { addClinics, removeClinics, addSpecializations, removeSpecializations, ...same } = rest;
    const columns = { ...same, given_name: givenName, family_name: familyName };
    // The row first: its lock puts changes of one doctor in a queue, whatever they touch.
    const changed = await changeDoctor(transaction, id, version, columns);
    if (changed === undefined) throw notChanged('doctor', 'doctor', await doctorExists(transaction, id));
    await changePlaces(transaction, id, { addClinics, removeClinics, addSpecializations, removeSpecializations });
    emit(doctorChanged(await doctorState(transaction, id)));
    return id;
  });
}

function touchedBy({ doctor, expectedVersion: _, addClinics, removeClinics, ...others }: Change): DoctorChange {
  const { addSpecializations, removeSpecializations, ...columns } = others;
  const columnsSet = Object.entries(columns).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const practice = [...addSpecializations, ...removeSpecializations].length > 0 ? ['specializations'] : [];
  return { doctor, clinics: [...addClinics, ...removeClinics], fields: [...columnsSet, ...practice] };
}

async function changePlaces(transaction: Kysely<Database>, id: string, places: Places): Promise<void> {
  await removeClinics(transaction, id, places.removeClinics);
  await removeSpecializations(transaction, id, places.removeSpecializations);
  await withRefusals(addClinics(transaction, id, places.addClinics), {
    doctor_clinic_clinic_id_fkey: notFound('clinic', 'addClinics'),
  });
  await withRefusals(addSpecializations(transaction, id, places.addSpecializations), {
    doctor_specialization_specialization_id_fkey: notFound('specialization', 'addSpecializations'),
  });
}

function areDisjoint(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).isDisjointFrom(new Set(others));
}
