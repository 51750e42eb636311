import { text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** What doctors should know before they treat, as the column keeps it. */
export interface MedicalHistoryDocument {
  readonly allergies: readonly string[];
  readonly conditions: readonly string[];
  readonly medications: readonly string[];
  readonly notes: string | null;
}

const entries = z.array(text(200)).max(100, 'This list is longer than 100 entries.');

/** `MedicalHistoryInput`, as the text of the column. */
export const medicalHistoryInput = z
  .object({
    allergies: entries,
    conditions: entries,
    medications: entries,
    notes: text(20_000)
      .nullish()
      .transform((notes) => notes ?? null),
  })
  .transform((history) => JSON.stringify(history));

const kept = z.array(z.string()).catch([]);
const document = z.object({
  allergies: kept,
  conditions: kept,
  medications: kept,
  notes: z.string().nullable().catch(null),
});

/** The column's value; parts that an import brought in another form are left out rather than failing the patient. */
export function readMedicalHistory(value: unknown): MedicalHistoryDocument | null {
  return document.safeParse(value).data ?? null;
}
