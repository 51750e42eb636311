import type { Viewer } from '@consulta/platform/viewer/viewer';
import { expect } from 'vitest';
import { type Page, type TestRecords, uuidOf } from './fixture.ts';

interface Answer {
  readonly medicalRecord: {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly note: string | null;
    readonly diagnosis: string | null;
    readonly prescription: string | null;
    readonly versions: Page<{ number: number; note: string | null; amendmentReason: string | null }>;
    readonly attachments: Page<{ filename: string | null; version: number; sha256: string }>;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

export async function mutate(
  records: TestRecords,
  viewer: Viewer,
  field: string,
  input: Readonly<Record<string, unknown>>,
) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) {
    medicalRecord {
      id version status note diagnosis prescription
      versions { edges { node { number note amendmentReason } } }
      attachments { edges { node { filename version sha256 } } }
    }
    userErrors { code field message }
  } }`;
  const { data, errors } = await records.execute<Record<string, Answer | undefined>>(viewer, query, { input });
  return { ...data[field], errors };
}

export const file = { filename: 'blood.pdf', mediaType: 'application/pdf', byteSize: 12, sha256: 'AB'.repeat(32) };
export const userError = (code: string, ...field: string[]) => [
  expect.objectContaining({ code, field: ['input', ...field] }),
];
export const codes = (errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]) =>
  errors.map(({ extensions }) => extensions['code']);

export const eventsOf = ({ db }: TestRecords, record: string) =>
  db
    .selectFrom('outbox')
    .select(['aggregate_type', 'type', 'version', 'payload'])
    .where('aggregate_id', '=', uuidOf(record))
    .orderBy('id')
    .execute();
