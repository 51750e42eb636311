import { codeOf, idOf, optional } from '@consulta/platform/input/fields';
import { z } from 'zod';

export const kinds = ['consultation', 'lab_result', 'imaging', 'prescription', 'referral', 'vaccination'] as const;

const dateRange = z
  .object({ from: optional(z.date()), to: optional(z.date()) })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    message: 'This range ends before it begins.',
    path: ['to'],
  });

/** `MedicalRecordFilter` as the queries take it: records that hold good unless told otherwise. */
export const filterSchema = z
  .object({
    patient: optional(idOf('Patient')),
    doctor: optional(idOf('Doctor')),
    clinic: optional(idOf('Clinic')),
    kind: optional(codeOf(kinds)),
    dateRange: optional(dateRange),
    status: codeOf(['current', 'entered_in_error'])
      .nullish()
      .transform((status) => status ?? 'current'),
  })
  .transform(({ dateRange, ...same }) => ({ ...same, from: dateRange?.from ?? null, to: dateRange?.to ?? null }));
