import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  viewerOf,
} from './fixture.ts';

let records: TestRecords;
let record: InsertedRecord;
const treating = randomUUID();
beforeAll(async () => {
  records = await startRecords();
  record = await insertRecord(records, { appointment_id: randomUUID() });
  await treat(records, { doctor: treating, patient: record.patient_id });
});
afterAll(() => records.stop());
beforeEach(() => {
  records.appointments.care.clear();
  records.appointments.questions.length = 0;
  records.appointments.down = false;
});

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly diagnosis: string | null;
  readonly prescription: string | null;
}

const fields = 'id title note diagnosis prescription';

/** Every way from the graph to a record. */
const paths: Readonly<Record<string, (viewer: Viewer) => Promise<Shown | null>>> = {
  async 'Query.medicalRecord'(viewer) {
    const query = `query ($id: ID!) { medicalRecord(id: $id) { ${fields} } }`;
    const { data } = await records.execute<{ medicalRecord?: Shown }>(viewer, query, { id: record.globalId });
    return data.medicalRecord ?? null;
  },
  async 'Query.medicalRecords'(viewer) {
    const query = `query ($patient: ID!) {
      medicalRecords(filter: { patient: $patient }) { edges { node { ${fields} } } totalCount } }`;
    const variables = { patient: toGlobalId('Patient', record.patient_id) };
    const { data } = await records.execute<{ medicalRecords?: Page<Shown> }>(viewer, query, variables);
    const page = data.medicalRecords;
    if (page === undefined) return null;
    expect(page.totalCount).toBe(page.edges.length);
    return nodesOf(page)[0] ?? null;
  },
  async 'Patient.medicalRecords'(viewer) {
    const selection = `... on Patient { medicalRecords { edges { node { ${fields} } } totalCount } }`;
    const patient = await entity<{ medicalRecords: Page<Shown> }>(viewer, 'Patient', record.patient_id, selection);
    const page = patient?.medicalRecords;
    if (page === undefined) throw new Error('a patient always has a list, if an empty one');
    expect(page.totalCount).toBe(page.edges.length);
    return nodesOf(page)[0] ?? null;
  },
  async 'Appointment.medicalRecord'(viewer) {
    const selection = `... on Appointment { medicalRecord { ${fields} } }`;
    const id = record.appointment_id ?? '';
    const appointment = await entity<{ medicalRecord: Shown | null }>(viewer, 'Appointment', id, selection);
    return appointment?.medicalRecord ?? null;
  },
  '_entities by id': (viewer) =>
    entity<Shown>(viewer, 'MedicalRecord', record.id, `... on MedicalRecord { ${fields} }`),
  '_entities by nodeId': (viewer) =>
    entity<Shown>(viewer, 'MedicalRecord', record.id, `... on MedicalRecord { ${fields} }`, 'nodeId'),
};

async function entity<Entity>(
  viewer: Viewer,
  type: 'Patient' | 'Appointment' | 'MedicalRecord',
  uuid: string,
  selection: string,
  key = 'id',
): Promise<Entity | null> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
  const representations = [{ __typename: type, [key]: toGlobalId(type, uuid) }];
  const { data, errors } = await records.execute<{ _entities: (Entity | null)[] }>(viewer, query, { representations });
  expect(errors).toEqual([]);
  return data._entities[0] ?? null;
}

const texts = { note: 'a note', diagnosis: 'a diagnosis', prescription: 'a prescription' };
const noTexts = { note: null, diagnosis: null, prescription: null };

describe.each(Object.entries(paths))('%s', (_, read) => {
  test('shows all of it to its patient, its doctor, a doctor who treats the patient, and the system', async () => {
    const readers = [patientOf(record.patient_id), doctorOf(record.doctor_id), doctorOf(treating), viewerOf('SYSTEM')];
    for (const reader of readers) expect(await read(reader)).toEqual({ id: record.globalId, title: 'Visit', ...texts });
  });

  test('shows no clinical text to staff of the clinic and to ADMIN', async () => {
    const readers = [staffOf(randomUUID(), record.clinic_id), viewerOf('ADMIN')];
    for (const reader of readers) {
      expect(await read(reader)).toEqual({ id: record.globalId, title: 'Visit', ...noTexts });
    }
  });

  test('shows nothing to anyone else', async () => {
    const strangers = [
      patientOf(randomUUID()),
      viewerOf('PATIENT'),
      doctorOf(randomUUID()),
      viewerOf('DOCTOR'),
      staffOf(randomUUID()),
      staffOf(),
      viewerOf('PARTNER'),
      viewerOf('ANONYMOUS'),
    ];
    for (const stranger of strangers) expect(await read(stranger)).toBeNull();
  });

  test('asks the owner before a doctor is told no, and believes it', async () => {
    const doctor = randomUUID();
    records.appointments.care.add(`${doctor} ${record.patient_id}`);
    expect(await read(doctorOf(doctor))).toMatchObject(texts);
    expect(records.appointments.questions).toEqual([
      { pairs: [{ doctor: toGlobalId('Doctor', doctor), patient: toGlobalId('Patient', record.patient_id) }] },
    ]);
  });

  test('takes no answer of the owner for a no', async () => {
    records.appointments.down = true;
    expect(await read(doctorOf(randomUUID()))).toBeNull();
  });

  test('asks the owner nothing where the read model knows, or for anyone but doctors', async () => {
    for (const reader of [doctorOf(treating), patientOf(randomUUID()), staffOf(randomUUID())]) await read(reader);
    expect(records.appointments.questions).toEqual([]);
  });
});

test.each(['medicalRecord(id: "record_01h455vb4pex5vsknk084sn02q") { id }', 'medicalRecords { totalCount }'])(
  'a visitor is asked to sign in by %s',
  async (field) => {
    const { errors } = await records.execute(viewerOf('ANONYMOUS'), `{ ${field} }`);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  },
);

test('a batch with patients in and out of care asks the owner once', async () => {
  const doctor = randomUUID();
  const [known, vouched, stranger] = await Promise.all([
    insertRecord(records),
    insertRecord(records),
    insertRecord(records),
  ]);
  await treat(records, { doctor, patient: known.patient_id });
  records.appointments.care.add(`${doctor} ${vouched.patient_id}`);
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Patient { medicalRecords { totalCount } } } }`;
  const representations = [known, vouched, stranger].map(({ patient_id: uuid }) => ({
    __typename: 'Patient',
    id: toGlobalId('Patient', uuid),
  }));

  const { data } = await records.execute(doctorOf(doctor), query, { representations });

  const counted = (totalCount: number) => ({ medicalRecords: { totalCount } });
  expect(data['_entities']).toEqual([counted(1), counted(1), counted(0)]);
  expect(records.appointments.questions).toHaveLength(1);
});

test('a list without a filter is the patient’s own, the doctor’s own, the clinics’, or all', async () => {
  const doctor = randomUUID();
  const [clinic, second] = [randomUUID(), randomUUID()];
  const own = await insertRecord(records, { doctor_id: doctor, clinic_id: clinic, title: 'own' });
  const other = await insertRecord(records, { patient_id: own.patient_id, clinic_id: second, title: 'other' });
  await treat(records, { doctor, patient: own.patient_id });
  const titles = async (viewer: Viewer, filter = '') => {
    const query = `{ medicalRecords${filter} { edges { node { title } } totalCount } }`;
    const { data } = await records.execute<{ medicalRecords: Page<{ title: string }> }>(viewer, query);
    expect(data.medicalRecords.totalCount).toBe(data.medicalRecords.edges.length);
    return nodesOf(data.medicalRecords).map(({ title }) => title);
  };

  expect(await titles(patientOf(own.patient_id))).toEqual(['other', 'own']);
  expect(await titles(doctorOf(doctor))).toEqual(['own']);
  const patient = toGlobalId('Patient', own.patient_id);
  expect(await titles(doctorOf(doctor), `(filter: { patient: "${patient}" })`)).toEqual(['other', 'own']);
  expect(await titles(staffOf(clinic, second))).toEqual(['other', 'own']);
  expect(await titles(staffOf(second))).toEqual(['other']);
  const atSecond = `(filter: { clinic: "${toGlobalId('Clinic', second)}" })`;
  for (const viewer of [staffOf(clinic, second), viewerOf('ADMIN'), patientOf(own.patient_id)]) {
    expect(await titles(viewer, atSecond)).toEqual(['other']);
  }
  expect(await titles(staffOf(clinic), atSecond)).toEqual([]);
  const byOther = `(filter: { doctor: "${toGlobalId('Doctor', other.doctor_id)}" })`;
  expect(await titles(viewerOf('ADMIN'), byOther)).toEqual(['other']);
  expect(await titles(patientOf(own.patient_id), byOther)).toEqual(['other']);
});

test('ADMIN lists every record, newest first', async () => {
  const newest = await insertRecord(records, { recorded_at: new Date(Date.now() + 60_000) });
  const query = '{ medicalRecords(first: 2) { edges { node { id } } totalCount } }';
  const { data } = await records.execute<{ medicalRecords: Page<{ id: string }> }>(viewerOf('ADMIN'), query);
  expect(nodesOf(data.medicalRecords)[0]?.id).toBe(newest.globalId);
  expect(data.medicalRecords.totalCount).toBeGreaterThan(2);
});

test('filters narrow a list by kind, doctor, period and status', async () => {
  const patient = randomUUID();
  const doctor = randomUUID();
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() - hours * hour);
  await insertRecord(records, { patient_id: patient, title: 'old', recorded_at: at(3) });
  await insertRecord(records, { patient_id: patient, title: 'image', recorded_at: at(2), kind: 'imaging' });
  await insertRecord(records, { patient_id: patient, title: 'mine', recorded_at: at(1), doctor_id: doctor });
  await insertRecord(records, { patient_id: patient, title: 'wrong', status: 'entered_in_error' });
  const titles = async (filter: Record<string, unknown>, orderBy = 'RECORDED_AT_ASC') => {
    const query = `query ($filter: MedicalRecordFilter, $orderBy: MedicalRecordOrder!) {
      medicalRecords(filter: $filter, orderBy: $orderBy) { edges { node { title } } totalCount } }`;
    const answer = await records.execute<{ medicalRecords: Page<{ title: string }> }>(patientOf(patient), query, {
      filter,
      orderBy,
    });
    expect(answer.data.medicalRecords.totalCount).toBe(answer.data.medicalRecords.edges.length);
    return nodesOf(answer.data.medicalRecords).map(({ title }) => title);
  };

  expect(await titles({})).toEqual(['old', 'image', 'mine']);
  expect(await titles({}, 'RECORDED_AT_DESC')).toEqual(['mine', 'image', 'old']);
  expect(await titles({ kind: 'IMAGING' })).toEqual(['image']);
  expect(await titles({ doctor: toGlobalId('Doctor', doctor) })).toEqual(['mine']);
  expect(await titles({ dateRange: { from: at(2.5).toISOString() } })).toEqual(['image', 'mine']);
  expect(await titles({ dateRange: { from: at(2.5), to: at(1.5) } })).toEqual(['image']);
  expect(await titles({ status: 'ENTERED_IN_ERROR' })).toEqual(['wrong']);
});

test('references lead to the patient, the doctor, the clinic and the appointment', async () => {
  const query = `query ($id: ID!) { medicalRecord(id: $id) {
    nodeId patient { id } doctor { id } clinic { id } appointment { id medicalRecord { id } }
    kind status version recordedAt createdAt updatedAt } }`;
  const { data } = await records.execute(patientOf(record.patient_id), query, { id: record.globalId });
  expect(data['medicalRecord']).toMatchObject({
    nodeId: record.globalId,
    patient: { id: toGlobalId('Patient', record.patient_id) },
    doctor: { id: toGlobalId('Doctor', record.doctor_id) },
    clinic: { id: toGlobalId('Clinic', record.clinic_id) },
    appointment: { id: toGlobalId('Appointment', record.appointment_id ?? ''), medicalRecord: { id: record.globalId } },
    kind: 'CONSULTATION',
    status: 'CURRENT',
    version: 1,
    recordedAt: record.recorded_at.toISOString(),
  });
});

test('an appointment’s record is the newest that holds good', async () => {
  const appointment = { appointment_id: randomUUID(), patient_id: randomUUID() };
  const at = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  await insertRecord(records, { ...appointment, recorded_at: at(3) });
  const newest = await insertRecord(records, { ...appointment, recorded_at: at(2) });
  await insertRecord(records, { ...appointment, recorded_at: at(1), status: 'entered_in_error' });
  const found = await entity<{ medicalRecord: { id: string } }>(
    patientOf(appointment.patient_id),
    'Appointment',
    appointment.appointment_id,
    '... on Appointment { medicalRecord { id } }',
  );
  expect(found?.medicalRecord.id).toBe(newest.globalId);
});
