import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doctorOf, insertRecord, startRecords, type TestRecords, treat, viewerOf } from './fixture.ts';

let records: TestRecords;
const doctor = randomUUID();
const patients = Array.from({ length: 100 }, () => randomUUID());
const ids: string[] = [];
beforeAll(async () => {
  records = await startRecords();
  for (const patient of patients) {
    const record = await insertRecord(records, { patient_id: patient, appointment_id: patient });
    ids.push(record.id);
    await treat(records, { doctor, patient });
  }
});
afterAll(() => records.stop());

const everything = `id note diagnosis prescription
  versions { edges { node { number note } } totalCount }
  attachments { edges { node { filename } } totalCount }`;

async function statementsFor(
  viewer: Viewer,
  type: 'Patient' | 'MedicalRecord' | 'Appointment',
  uuids: readonly string[],
  selection: string,
): Promise<readonly StatementCount[]> {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
  const representations = uuids.map((uuid) => ({ __typename: type, id: toGlobalId(type, uuid) }));
  const { data, errors, statements } = await records.execute<{ _entities: unknown[] }>(viewer, query, {
    representations,
  });
  expect(errors).toEqual([]);
  expect(data._entities).toHaveLength(uuids.length);
  return statements;
}

const total = (statements: readonly StatementCount[]) => statements.reduce((sum, { count }) => sum + count, 0);

describe.each([1, 20, 100])('%i parents', (size) => {
  test('nested lists take one statement, and one more to see whom a doctor treats', async () => {
    const list = 'medicalRecords(first: 5) { edges { node { id title } } }';
    const parents = patients.slice(0, size);
    expect(total(await statementsFor(viewerOf('ADMIN'), 'Patient', parents, list))).toBe(1);
    expect(total(await statementsFor(doctorOf(doctor), 'Patient', parents, list))).toBe(2);
  });

  test('counts take one more, however many lists ask for them', async () => {
    const lists = 'medicalRecords { edges { node { title } } totalCount }';
    expect(total(await statementsFor(viewerOf('ADMIN'), 'Patient', patients.slice(0, size), lists))).toBe(2);
  });

  test('texts, versions and attachments of records take a statement each, and one for each count', async () => {
    const statements = await statementsFor(doctorOf(doctor), 'MedicalRecord', ids.slice(0, size), everything);
    expect(total(statements)).toBe(1 + 1 + 2 + 2);
  });

  test('the records of appointments take one statement', async () => {
    const statements = await statementsFor(
      doctorOf(doctor),
      'Appointment',
      patients.slice(0, size),
      'medicalRecord { title }',
    );
    expect(total(statements)).toBe(1);
  });
});

test('texts are read only where they are selected, and only for those who may read them', async () => {
  const mentionText = (statements: readonly StatementCount[]) =>
    statements.filter(({ sql }) => /note|diagnosis|prescription|amendment_reason|filename/.test(sql));
  const headers = await statementsFor(doctorOf(doctor), 'MedicalRecord', ids, 'id title status');
  expect(mentionText(headers)).toEqual([]);
  const withheld = await statementsFor(viewerOf('ADMIN'), 'MedicalRecord', ids, everything);
  expect(mentionText(withheld)).toEqual([]);

  const [, note] = await statementsFor(doctorOf(doctor), 'MedicalRecord', ids, 'note');
  expect(note?.sql).toContain('"note"');
  expect(note?.sql).not.toContain('diagnosis');
});

test('a header is read with the columns of its selection', async () => {
  const [statement] = await statementsFor(viewerOf('ADMIN'), 'MedicalRecord', ids.slice(0, 1), 'title');
  expect(statement?.sql).toMatch(/^select "id", "patient_id", "title" from/);
});

test('a second look for a doctor costs three statements at most, whatever the number of records', async () => {
  const stranger = randomUUID();
  for (const patient of patients) records.appointments.care.add(`${stranger} ${patient}`);
  // The records that are not seen, whose they are, whom the doctor is known to treat, and the records once more.
  expect(total(await statementsFor(doctorOf(stranger), 'MedicalRecord', ids, 'title'))).toBe(1 + 3);
});
