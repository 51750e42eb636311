import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, idempotencyKey, idOf, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { attachments } from '../attachment/input.ts';
import { insertAttachments } from '../attachment/queries.ts';
import type { Context } from '../context.ts';
import { isAppointmentOf } from './appointment-owner.ts';
import { recordCreated } from './events.ts';
import { kinds } from './filter.ts';
import { asDoctor } from './policy.ts';
import { insertFirstVersion, insertRecord } from './write-queries.ts';

/** Lengths of the clinical texts, in UTF-16 units. */
export const lengths = { note: 100_000, diagnosis: 10_000, prescription: 20_000, reason: 1_000 } as const;

const inputSchema = z
  .object({
    patient: idOf('Patient'),
    clinic: idOf('Clinic'),
    appointment: optional(idOf('Appointment')),
    kind: codeOf(kinds),
    title: text(200),
    note: optional(text(lengths.note)),
    diagnosis: optional(text(lengths.diagnosis)),
    prescription: optional(text(lengths.prescription)),
    attachments,
    idempotencyKey,
  })
  .refine(
    (input) => input.note ?? input.diagnosis ?? input.prescription ?? input.attachments[0],
    'A record needs a note, a diagnosis, a prescription or an attachment.',
  );

/**
 * Writes a record about a patient whom the viewer treats; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND where the viewer does not treat the patient there, or the appointment is another one
 */
export async function createMedicalRecord(context: Context, input: unknown): Promise<string> {
  const { viewer, care, unitOfWork } = context;
  const author = asDoctor(viewer);
  const { idempotencyKey: key, ...record } = parseInput(inputSchema, input);
  // Asked before the transaction: another subgraph's answer is nothing to hold a connection for.
  if (!(await care.treatsAt(author.doctor, record.patient, record.clinic))) {
    throw new UserError('NOT_FOUND', 'You treat no such patient at this clinic.', ['patient']);
  }
  if (record.appointment !== null && !(await isAppointmentOf(context, record.appointment, { ...author, ...record }))) {
    throw new UserError('NOT_FOUND', 'You have no such appointment with this patient at this clinic.', ['appointment']);
  }

  const request = { principal: principalOf(viewer), key, request: { createMedicalRecord: record } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { attachments: files, note, diagnosis, prescription, ...header } = record;
    const created = await insertRecord(transaction, {
      patient_id: header.patient,
      doctor_id: author.doctor,
      clinic_id: header.clinic,
      appointment_id: header.appointment,
      kind: header.kind,
      title: header.title,
      created_by: author.account,
    });
    await insertFirstVersion(transaction, created.id, { note, diagnosis, prescription }, author);
    if (files.length > 0) await insertAttachments(transaction, created.id, created.version, files);
    emit(recordCreated(created));
    return created.id;
  });
}
