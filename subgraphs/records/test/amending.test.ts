import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  doctorOf,
  insertRecord,
  nodesOf,
  type Page,
  patientOf,
  staffOf,
  startRecords,
  type TestRecords,
  treat,
  uuidOf,
  viewerOf,
} from './fixture.ts';
import { codes, eventsOf, file, mutate as mutateRecords, userError } from './writing-fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());

const mutate = (viewer: Viewer, field: string, input: Readonly<Record<string, unknown>>) =>
  mutateRecords(records, viewer, field, input);

describe('amendMedicalRecord', () => {
  test('adds a version: texts left out stay, texts given as null go, and the old version keeps them all', async () => {
    const record = await insertRecord(records, { note: 'first' });
    const { medicalRecord } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', {
      medicalRecord: record.globalId,
      expectedVersion: 1,
      reason: 'typo',
      note: 'second',
      prescription: null,
      attachments: [file],
    });
    expect(medicalRecord).toMatchObject({ version: 2, note: 'second', diagnosis: 'a diagnosis', prescription: null });
    expect(medicalRecord && nodesOf(medicalRecord.versions)).toEqual([
      { number: 2, note: 'second', amendmentReason: 'typo' },
      { number: 1, note: 'first', amendmentReason: null },
    ]);
    expect(medicalRecord && nodesOf(medicalRecord.attachments)).toMatchObject([{ filename: 'blood.pdf', version: 2 }]);
    expect(await eventsOf(records, record.globalId)).toMatchObject([{ type: 'record.amended', version: 2 }]);
  });

  test('is also for a doctor who treats the patient, who is then the version’s author', async () => {
    const record = await insertRecord(records);
    const doctor = randomUUID();
    await treat(records, { doctor, patient: record.patient_id });
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'more', note: 'second opinion' };
    expect((await mutate(doctorOf(doctor), 'amendMedicalRecord', input)).medicalRecord?.version).toBe(2);

    const query = '($id: ID!) { medicalRecord(id: $id) { versions { edges { node { author { id } } } } } }';
    const { data } = await records.execute<{ medicalRecord: { versions: Page<{ author: { id: string } }> } }>(
      patientOf(record.patient_id),
      `query ${query}`,
      { id: record.globalId },
    );
    const authors = nodesOf(data.medicalRecord.versions).map(({ author }) => uuidOf(author.id));
    expect(authors).toEqual([doctor, record.doctor_id]);
  });

  test('is for no one else, and hints at nothing to a doctor who may not see the record', async () => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'because', note: 'changed' };
    for (const viewer of [patientOf(record.patient_id), staffOf(record.clinic_id), viewerOf('ADMIN')]) {
      expect(codes((await mutate(viewer, 'amendMedicalRecord', input)).errors)).toEqual(['FORBIDDEN']);
    }
    const hidden = await mutate(doctorOf(randomUUID()), 'amendMedicalRecord', input);
    const missing = await mutate(doctorOf(randomUUID()), 'amendMedicalRecord', {
      ...input,
      medicalRecord: toGlobalId('MedicalRecord', randomUUID()),
    });
    expect(hidden.userErrors).toEqual(userError('NOT_FOUND', 'medicalRecord'));
    expect(hidden).toEqual(missing);
  });

  test('is refused at another version than the one that was read', async () => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 2, reason: 'because', note: 'changed' };
    const { userErrors } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', input);
    expect(userErrors).toEqual(userError('VERSION_CONFLICT', 'expectedVersion'));
  });

  test('two amendments in one operation each answer with their own version', async () => {
    const record = await insertRecord(records);
    const amend = (version: number) => `amendMedicalRecord(input: {
      medicalRecord: "${record.globalId}", expectedVersion: ${version}, reason: "more", note: "note ${version + 1}"
    }) { medicalRecord { version note versions { totalCount } } }`;
    const { data } = await records.execute(
      doctorOf(record.doctor_id),
      `mutation { second: ${amend(1)} third: ${amend(2)} }`,
    );
    expect(data).toEqual({
      second: { medicalRecord: { version: 2, note: 'note 2', versions: { totalCount: 2 } } },
      third: { medicalRecord: { version: 3, note: 'note 3', versions: { totalCount: 3 } } },
    });
  });

  test.each([
    [{ reason: '' }, 'input.reason'],
    [{ reason: 'x'.repeat(1_001) }, 'input.reason'],
    [{ expectedVersion: 0 }, 'input.expectedVersion'],
    [{ note: undefined }, 'input'],
    [{ note: '' }, 'input.note'],
    [{ medicalRecord: 'nonsense' }, 'input.medicalRecord'],
  ])('refuses %o at %s', async (wrong, argument) => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'because', note: 'changed', ...wrong };
    const { errors } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', input);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument }),
    ]);
  });
});

describe('markMedicalRecordEnteredInError', () => {
  const mark = (viewer: Viewer, medicalRecord: string, more = {}) =>
    mutate(viewer, 'markMedicalRecordEnteredInError', { medicalRecord, reason: 'another patient', ...more });

  test('keeps the record, with a last version that says why', async () => {
    const record = await insertRecord(records, { note: 'kept' });
    const { medicalRecord } = await mark(doctorOf(record.doctor_id), record.globalId);
    expect(medicalRecord).toMatchObject({ status: 'ENTERED_IN_ERROR', version: 2, note: 'kept' });
    expect(medicalRecord && nodesOf(medicalRecord.versions)[0]).toMatchObject({ amendmentReason: 'another patient' });
    expect(await eventsOf(records, record.globalId)).toMatchObject([{ type: 'record.entered_in_error', version: 2 }]);
  });

  test('is for ADMIN too, who still reads no text', async () => {
    const record = await insertRecord(records, { note: 'secret' });
    const { medicalRecord } = await mark(viewerOf('ADMIN'), record.globalId);
    expect(medicalRecord).toMatchObject({ status: 'ENTERED_IN_ERROR', note: null });
    expect(JSON.stringify(medicalRecord)).not.toMatch(/secret|another patient/);
  });

  test('is not for those who only treat the patient, nor for anyone else', async () => {
    const record = await insertRecord(records);
    const doctor = randomUUID();
    await treat(records, { doctor, patient: record.patient_id });
    for (const viewer of [doctorOf(doctor), patientOf(record.patient_id), staffOf(record.clinic_id)]) {
      expect(codes((await mark(viewer, record.globalId)).errors)).toEqual(['FORBIDDEN']);
    }
    const hidden = await mark(doctorOf(randomUUID()), record.globalId);
    expect(hidden.userErrors).toEqual(userError('NOT_FOUND', 'medicalRecord'));
  });

  test('is the end: nothing changes the record any more', async () => {
    const record = await insertRecord(records);
    const viewer = doctorOf(record.doctor_id);
    await mark(viewer, record.globalId, { expectedVersion: 1 });
    const refused = userError('ENTERED_IN_ERROR', 'medicalRecord');
    expect((await mark(viewer, record.globalId)).userErrors).toEqual(refused);
    const input = { medicalRecord: record.globalId, expectedVersion: 2, reason: 'because', note: 'changed' };
    expect((await mutate(viewer, 'amendMedicalRecord', input)).userErrors).toEqual(refused);
  });

  test('is refused at another version than the one that was read', async () => {
    const record = await insertRecord(records);
    const { userErrors } = await mark(doctorOf(record.doctor_id), record.globalId, { expectedVersion: 9 });
    expect(userErrors).toEqual(userError('VERSION_CONFLICT', 'expectedVersion'));
  });
});
