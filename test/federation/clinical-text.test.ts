import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { askAs, type Role } from './who-may-see.ts';

let stack: TestStack;
let client: pg.Client;
/** Of the demo patient, by the demo doctor, at a clinic of the demo staff: each role sees that it is there. */
let ids: { patient: string; record: string; appointment: string };
beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
  const [patient, doctor, staff] = await Promise.all(
    (['PATIENT', 'DOCTOR', 'STAFF'] as const).map((role) => askAs(stack, client, role)),
  );
  const { rows } = await client.query<{ record: string; appointment: string }>(
    `select record.id as record, appointment.id as appointment
     from records.medical_record as record join appointments.appointment on appointment.id = record.appointment_id
     where record.patient_id = $1 and record.doctor_id = $2 and record.clinic_id = any($3::uuid[]) limit 1`,
    [patient?.viewer.patient, doctor?.viewer.doctor, staff?.viewer.clinics],
  );
  const [row] = rows;
  if (row === undefined || patient?.viewer.patient == null) throw new Error('the seed has no such record');
  await client.query(
    `update records.medical_record_version set note = 'secret note', diagnosis = 'secret diagnosis',
            prescription = 'secret prescription', amendment_reason = null where record_id = $1`,
    [row.record],
  );
  await client.query(
    `insert into records.attachment (id, record_id, version, filename, media_type, byte_size, sha256)
     select uuidv7(), $1, 1, 'secret filename.pdf', 'application/pdf', 1, decode(repeat('00', 32), 'hex')`,
    [row.record],
  );
  await client.query('update patients.patient set medical_history = $2 where id = $1', [
    patient.viewer.patient,
    { allergies: ['secret allergy'], conditions: [], medications: [], bloodType: null, notes: 'secret history' },
  ]);
  await client.query(`update appointments.appointment set reason = 'secret reason' where id = $1`, [row.appointment]);
  ids = {
    patient: toGlobalId('Patient', patient.viewer.patient),
    record: toGlobalId('MedicalRecord', row.record),
    appointment: toGlobalId('Appointment', row.appointment),
  };
});
afterAll(async () => {
  await client.end();
  await stack.stop();
});

const text = `fragment Text on MedicalRecord {
  title note diagnosis prescription
  versions { edges { node { note diagnosis prescription amendmentReason } } }
  attachments { edges { node { mediaType filename } } }
}
fragment History on Patient { name medicalHistory { allergies notes } }`;

/** Each way to the same record, patient and appointment. */
const paths: readonly [path: string, query: string][] = [
  [
    'root fields',
    '{ medicalRecord(id: "$record") { ...Text } patient(id: "$patient") { ...History } appointment(id: "$appointment") { reason } }',
  ],
  [
    'node',
    '{ record: node(id: "$record") { ...Text } patient: node(id: "$patient") { ...History } visit: node(id: "$appointment") { ... on Appointment { reason } } }',
  ],
  [
    'nodes',
    '{ nodes(ids: ["$record", "$patient", "$appointment"]) { ...Text ...History ... on Appointment { reason } } }',
  ],
  [
    'entities of an appointment',
    '{ appointment(id: "$appointment") { reason medicalRecord { ...Text } patient { ...History } } }',
  ],
  [
    'the patient of a record',
    '{ medicalRecord(id: "$record") { ...Text patient { ...History } appointment { reason } } }',
  ],
  [
    'lists',
    `{ patient(id: "$patient") { ...History
      medicalRecords(first: 100) { edges { node { ...Text } } } appointments(first: 100) { edges { node { reason } } } } }`,
  ],
];

async function answerTo(role: Role, query: string): Promise<string> {
  const filled = query.replace(/\$(\w+)/g, (_all, name: keyof typeof ids) => ids[name]);
  const answer = await (await askAs(stack, client, role)).query(`${filled} ${text}`);
  expect(answer.errors).toBeUndefined();
  return JSON.stringify(answer.data);
}

const all = ['note', 'diagnosis', 'prescription', 'filename.pdf', 'allergy', 'history', 'reason'].map(
  (what) => `secret ${what}`,
);
const shown = (answer: string): string[] => all.filter((secret) => answer.includes(secret));

test.each(paths)('by %s the patient and the doctor read clinical text', async (_path, query) => {
  expect(shown(await answerTo('PATIENT', query))).toEqual(all);
  expect(shown(await answerTo('DOCTOR', query))).toEqual(all);
});

test.each(paths)('by %s staff read why the patient comes, and nothing else that is clinical', async (_path, query) => {
  const answer = await answerTo('STAFF', query);
  expect(shown(answer)).toEqual(['secret reason']);
  expect(answer).toContain('application/pdf');
});

test.each(paths)('by %s an administrator reads nothing clinical', async (_path, query) => {
  const answer = await answerTo('ADMIN', query);
  expect(shown(answer)).toEqual([]);
  expect(answer).toContain('application/pdf');
});
