import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createLogger } from '@consulta/platform/logger';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccessLog } from '../src/access-log/access-log.ts';
import { insertEntries } from '../src/access-log/queries.ts';
import {
  doctorOf,
  type InsertedRecord,
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

const records: TestRecords = await startRecords();
afterAll(() => records.stop());

let record: InsertedRecord;
beforeEach(async () => {
  record = await insertRecord(records);
});

/** What the log says of a patient, once it holds nothing back. */
async function entries() {
  await records.subgraph.close();
  return records.db
    .selectFrom('access_log')
    .select(['account', 'role', 'record_id', 'operation', 'outcome'])
    .where('patient_id', '=', record.patient_id)
    .orderBy('id')
    .execute();
}

const read = (viewer: Viewer, selection: string) =>
  records.execute(viewer, `query Read($id: ID!) { medicalRecord(id: $id) { ${selection} } }`, { id: record.globalId });

describe('taken down', () => {
  test.each([
    'note',
    'diagnosis',
    'prescription',
    'note diagnosis prescription versions { edges { node { note } } }',
    'versions { edges { node { amendmentReason } } }',
    'attachments { edges { node { filename } } }',
  ])('is one reading of { %s }', async (selection) => {
    const viewer = doctorOf(record.doctor_id);
    await read(viewer, selection);
    expect(await entries()).toEqual([
      { account: viewer.account, role: 'DOCTOR', record_id: record.id, operation: 'anonymous', outcome: 'granted' },
    ]);
  });

  test.each(['id title status', 'versions { edges { node { number } } }', 'attachments { totalCount }'])(
    'is nothing for { %s }, which is no content',
    async (selection) => {
      await read(doctorOf(record.doctor_id), selection);
      expect(await entries()).toEqual([]);
    },
  );

  test('is every record of a list whose content is read', async () => {
    const second = await insertRecord(records, { patient_id: record.patient_id });
    await records.execute(patientOf(record.patient_id), '{ medicalRecords { edges { node { note } } } }');
    expect((await entries()).map(({ record_id }) => record_id).sort()).toEqual([record.id, second.id].sort());
  });

  test('is the attempt of those who see the record but not its content', async () => {
    await read(viewerOf('ADMIN'), 'note');
    await read(staffOf(record.clinic_id), 'versions { edges { node { note } } }');
    expect((await entries()).map(({ role, outcome }) => [role, outcome])).toEqual([
      ['ADMIN', 'denied'],
      ['STAFF', 'denied'],
    ]);
  });

  test('is the attempt of those who may not see the record at all', async () => {
    await read(patientOf(randomUUID()), 'title');
    await read(doctorOf(randomUUID()), 'title');
    expect((await entries()).map(({ role, outcome }) => [role, outcome])).toEqual([
      ['PATIENT', 'denied'],
      ['DOCTOR', 'denied'],
    ]);
  });

  test('is no denial where the owner of appointments vouches for the doctor', async () => {
    const doctor = randomUUID();
    records.appointments.care.add(`${doctor} ${record.patient_id}`);
    await read(doctorOf(doctor), 'note');
    expect((await entries()).map(({ outcome }) => outcome)).toEqual(['granted']);
  });

  test('is the system without an account', async () => {
    await read(viewerOf('SYSTEM'), 'note');
    expect(await entries()).toMatchObject([{ role: 'SYSTEM', account: '00000000-0000-0000-0000-000000000000' }]);
  });
});

test('a thousand readings are written in one statement', async () => {
  const patient = randomUUID();
  let statements = 0;
  const log = createAccessLog({
    logger: createLogger({ level: 'error' }),
    flushMillis: 3_600_000,
    flushRows: 10_000,
    write: async (all) => {
      statements += 1;
      await insertEntries(records.db, all);
    },
  });
  const at = new Date();
  const taken = { at, account: randomUUID(), role: 'DOCTOR', requestId: 'request', outcome: 'granted' } as const;
  for (let index = 0; index < 1_000; index += 1) {
    log.add({ ...taken, patient, record: record.id, operation: `read${index}` });
  }
  await log.close();

  const rows = await records.db
    .selectFrom('access_log')
    .select(['operation', 'at'])
    .where('patient_id', '=', patient)
    .orderBy('id')
    .execute();
  expect(statements).toBe(1);
  expect(rows).toEqual(Array.from({ length: 1_000 }, (_, index) => ({ operation: `read${index}`, at })));
});

describe('Patient.accessLog', () => {
  interface Entry {
    readonly role: string;
    readonly account: string | null;
    readonly outcome: string;
    readonly operation: string;
    readonly medicalRecord: { readonly id: string } | null;
  }

  async function logOf(viewer: Viewer, page = '') {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Patient { accessLog${page} {
        edges { node { at role account outcome operation medicalRecord { id } } cursor }
        pageInfo { hasNextPage endCursor } totalCount
      } } } }`;
    const representations = [{ __typename: 'Patient', id: toGlobalId('Patient', record.patient_id) }];
    const { data, errors } = await records.execute<{ _entities: [{ accessLog: Page<Entry> }] }>(viewer, query, {
      representations,
    });
    expect(errors).toEqual([]);
    return data._entities[0].accessLog;
  }

  test('tells the patient and ADMIN who read, newest first and page by page', async () => {
    const doctor = doctorOf(record.doctor_id);
    await read(doctor, 'note');
    await read(viewerOf('SYSTEM'), 'note');
    await read(viewerOf('ADMIN'), 'note');
    await records.subgraph.close();

    for (const viewer of [patientOf(record.patient_id), viewerOf('ADMIN')]) {
      const first = await logOf(viewer, '(first: 2)');
      expect(first.totalCount).toBe(3);
      expect(nodesOf(first)).toMatchObject([
        { role: 'ADMIN', outcome: 'DENIED' },
        { role: 'SYSTEM', outcome: 'GRANTED', account: null },
      ]);
      const second = await logOf(viewer, `(first: 2, after: "${first.pageInfo.endCursor}")`);
      expect(second.pageInfo.hasNextPage).toBe(false);
      expect(nodesOf(second)).toMatchObject([
        { role: 'DOCTOR', outcome: 'GRANTED', operation: 'anonymous', medicalRecord: { id: record.globalId } },
      ]);
      expect(uuidOf(nodesOf(second)[0]?.account ?? '')).toBe(doctor.account);
    }
  });

  test('is empty to everyone else', async () => {
    await read(doctorOf(record.doctor_id), 'note');
    await records.subgraph.close();
    const treating = randomUUID();
    await treat(records, { doctor: treating, patient: record.patient_id });
    const others = [doctorOf(record.doctor_id), doctorOf(treating), staffOf(record.clinic_id), patientOf(randomUUID())];
    for (const viewer of [...others, viewerOf('PARTNER'), viewerOf('ANONYMOUS')]) {
      expect(await logOf(viewer)).toMatchObject({ edges: [], totalCount: 0 });
    }
  });
});
