import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doctorOf, insertRecord, startRecords, type TestRecords, treat } from './fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());

const clients = Array.from({ length: 50 }, (_, client) => client);

interface Payload {
  readonly medicalRecord: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

async function mutate(doctor: string, field: string, input: Readonly<Record<string, unknown>>, account = randomUUID()) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${field}(input: $input) { medicalRecord { id version } userErrors { code } } }`;
  const viewer = { ...doctorOf(doctor), account };
  const { data, errors } = await records.execute<Record<string, Payload>>(viewer, query, { input });
  expect(errors).toEqual([]);
  return data[field] as Payload;
}

const versionsOf = async (record: string) => {
  const rows = await records.db
    .selectFrom('medical_record_version')
    .select('version')
    .where('record_id', '=', record)
    .orderBy('version')
    .execute();
  return rows.map(({ version }) => version);
};

test('of 50 clients who amend the same version one wins, and the others are told to read again', async () => {
  const record = await insertRecord(records);
  const payloads = await Promise.all(
    clients.map((client) =>
      mutate(record.doctor_id, 'amendMedicalRecord', {
        medicalRecord: record.globalId,
        expectedVersion: 1,
        reason: `client ${client}`,
        note: `by client ${client}`,
      }),
    ),
  );
  const lost = payloads.filter(({ medicalRecord }) => medicalRecord === null);
  expect(lost).toHaveLength(49);
  expect(lost.every(({ userErrors }) => userErrors[0]?.code === 'VERSION_CONFLICT')).toBe(true);
  expect(await versionsOf(record.id)).toEqual([1, 2]);
});

test('clients who amend until they win leave versions without gaps, in the order of their events', async () => {
  const record = await insertRecord(records);
  const untilWon = async (client: number) => {
    for (;;) {
      const found = await records.db
        .selectFrom('medical_record')
        .select('version')
        .where('id', '=', record.id)
        .executeTakeFirstOrThrow();
      const { medicalRecord } = await mutate(record.doctor_id, 'amendMedicalRecord', {
        medicalRecord: record.globalId,
        expectedVersion: found.version,
        reason: `client ${client}`,
        note: `by client ${client}`,
      });
      if (medicalRecord !== null) return;
    }
  };
  await Promise.all(clients.slice(0, 15).map(untilWon));

  const gapless = Array.from({ length: 16 }, (_, index) => index + 1);
  expect(await versionsOf(record.id)).toEqual(gapless);
  const events = await records.db
    .selectFrom('outbox')
    .select('version')
    .where('aggregate_id', '=', record.id)
    .orderBy('id')
    .execute();
  expect(events.map(({ version }) => version)).toEqual(gapless.slice(1));
});

test('amendments that race with the mark of an error end before it or are refused', async () => {
  const record = await insertRecord(records);
  const medicalRecord = record.globalId;
  await Promise.all(
    clients.map((client) =>
      client === 25
        ? mutate(record.doctor_id, 'markMedicalRecordEnteredInError', { medicalRecord, reason: 'wrong patient' })
        : mutate(record.doctor_id, 'amendMedicalRecord', {
            medicalRecord,
            expectedVersion: 1,
            reason: 'late',
            note: `by client ${client}`,
          }),
    ),
  );
  const last = await records.db
    .selectFrom('medical_record_version')
    .select(['version', 'amendment_reason'])
    .where('record_id', '=', record.id)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  expect(last.amendment_reason).toBe('wrong patient');
  expect(await versionsOf(record.id)).toEqual(Array.from({ length: last.version }, (_, index) => index + 1));
});

test('50 clients with one idempotency key write one record, and all learn of it', async () => {
  const [doctor, patient, clinic, account] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await treat(records, { doctor, patient, clinic });
  const input = {
    patient: toGlobalId('Patient', patient),
    clinic: toGlobalId('Clinic', clinic),
    kind: 'CONSULTATION',
    title: 'Visit',
    note: 'said',
    idempotencyKey: 'one',
  };
  const payloads = await Promise.all(clients.map(() => mutate(doctor, 'createMedicalRecord', input, account)));
  expect(new Set(payloads.map(({ medicalRecord }) => medicalRecord?.id)).size).toBe(1);
  expect(payloads[0]?.medicalRecord).not.toBeNull();
  const written = await records.db
    .selectFrom('medical_record')
    .select('id')
    .where('patient_id', '=', patient)
    .execute();
  expect(written).toHaveLength(1);
});

test('50 clients with one idempotency key amend once, and all get the winner’s answer', async () => {
  const record = await insertRecord(records);
  const input = {
    medicalRecord: record.globalId,
    expectedVersion: 1,
    reason: 'once',
    note: 'changed',
    idempotencyKey: 'one',
  };
  const account = randomUUID();
  const payloads = await Promise.all(clients.map(() => mutate(record.doctor_id, 'amendMedicalRecord', input, account)));
  expect(payloads.map(({ medicalRecord }) => medicalRecord?.version)).toEqual(clients.map(() => 2));
  expect(await versionsOf(record.id)).toEqual([1, 2]);
});
