import { optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** What doctors should know before they treat, as the column keeps it. */
export interface MedicalHistoryDocument {
  readonly allergies: readonly string[];
  readonly conditions: readonly string[];
  readonly medications: readonly string[];
  readonly bloodType: string | null;
  readonly notes: string | null;
}

const bloodTypes = ['0+', '0-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-'];

const entries = z.array(text(100)).max(50, 'This list is longer than 50 entries.');

/** `MedicalHistoryInput`, as the text of the column. */
export const medicalHistoryInput = z
  .object({
    allergies: entries,
    conditions: entries,
    medications: entries,
    bloodType: optional(z.enum(bloodTypes, 'This is not a blood type, such as 0+.')),
    notes: optional(text(10_000)),
  })
  .transform((history) => JSON.stringify(history));

const kept = z.array(z.string()).catch([]);
const document = z.object({
  allergies: kept,
  conditions: kept,
  medications: kept,
  bloodType: z.string().nullable().catch(null),
  notes: z.string().nullable().catch(null),
});

/** The column's value; parts that an import brought in another form are left out rather than failing the patient. */
export function readMedicalHistory(value: unknown): MedicalHistoryDocument | null {
  return document.safeParse(value).data ?? null;
}
