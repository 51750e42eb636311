import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOfMany } from '../../../test/kit/refusals.ts';
import { doctorOf, type InsertedRecord, insertRecord, startRecords, type TestRecords } from './fixture.ts';

let records: TestRecords;
let record: InsertedRecord;
let mistaken: InsertedRecord;
beforeAll(async () => {
  const doctor = randomUUID();
  records = await startRecords({ connections: 2 });
  record = await insertRecord(records, { doctor_id: doctor });
  mistaken = await insertRecord(records, { doctor_id: doctor, status: 'entered_in_error' });
});
afterAll(() => records.stop());

const amendment = { expectedVersion: 1, reason: 'why', note: 'what' };

const refusals = [
  [
    'amendMedicalRecord',
    'VERSION_CONFLICT',
    () => ({ ...amendment, medicalRecord: record.globalId, expectedVersion: 9 }),
  ],
  ['amendMedicalRecord', 'ENTERED_IN_ERROR', () => ({ ...amendment, medicalRecord: mistaken.globalId })],
  [
    'amendMedicalRecord',
    'NOT_FOUND',
    () => ({ ...amendment, medicalRecord: toGlobalId('MedicalRecord', randomUUID()) }),
  ],
  ['markMedicalRecordEnteredInError', 'ENTERED_IN_ERROR', () => ({ medicalRecord: mistaken.globalId, reason: 'why' })],
  [
    'createMedicalRecord',
    'NOT_FOUND',
    () => ({
      patient: toGlobalId('Patient', randomUUID()),
      clinic: toGlobalId('Clinic', randomUUID()),
      kind: 'CONSULTATION',
      title: 'Visit',
      note: 'what',
    }),
  ],
] as const;

test.each(refusals)('20 %s refused with %s at once pass through 2 connections', async (mutation, code, inputOf) => {
  expect(await codesOfMany(records, doctorOf(record.doctor_id), mutation, inputOf())).toEqual([code]);
});
