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
  await client.query(
    `with message as (
       insert into appointments.message (appointment_id, author_account, author_role, body)
       values ($1, $2, 'PATIENT', 'secret message') returning id, appointment_id, sent_at
     )
     insert into appointments.conversation
       (appointment_id, patient_id, doctor_id, clinic_id, last_message_id, last_sent_at)
     select appointment.id, patient_id, doctor_id, clinic_id, message.id, sent_at
     from message join appointments.appointment on appointment.id = appointment_id
     on conflict (appointment_id) do update set
       last_message_id = excluded.last_message_id, last_sent_at = excluded.last_sent_at`,
    [row.appointment, patient.viewer.account],
  );
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
fragment History on Patient { name medicalHistory { allergies notes } }
fragment Visit on Appointment { reason messages(last: 5) { edges { node { body } } } }`;

/** Each way to the same record, patient and appointment. */
const paths: readonly [path: string, query: string][] = [
  [
    'root fields',
    '{ medicalRecord(id: "$record") { ...Text } patient(id: "$patient") { ...History } appointment(id: "$appointment") { ...Visit } }',
  ],
  [
    'node',
    '{ record: node(id: "$record") { ...Text } patient: node(id: "$patient") { ...History } visit: node(id: "$appointment") { ...Visit } }',
  ],
  ['nodes', '{ nodes(ids: ["$record", "$patient", "$appointment"]) { ...Text ...History ...Visit } }'],
  [
    'entities of an appointment',
    '{ appointment(id: "$appointment") { ...Visit medicalRecord { ...Text } patient { ...History } } }',
  ],
  [
    'the patient of a record',
    '{ medicalRecord(id: "$record") { ...Text patient { ...History } appointment { ...Visit } } }',
  ],
  [
    'lists',
    `{ patient(id: "$patient") { ...History
      medicalRecords(first: 100) { edges { node { ...Text } } } appointments(first: 100) { edges { node { ...Visit } } } } }`,
  ],
];

async function answerTo(role: Role, query: string): Promise<string> {
  const filled = query.replace(/\$(\w+)/g, (_all, name: keyof typeof ids) => ids[name]);
  const answer = await (await askAs(stack, client, role)).query(`${filled} ${text}`);
  expect(answer.errors).toBeUndefined();
  return JSON.stringify(answer.data);
}

const all = ['note', 'diagnosis', 'prescription', 'filename.pdf', 'allergy', 'history', 'reason', 'message'].map(
  (what) => `secret ${what}`,
);
const shown = (answer: string): string[] => all.filter((secret) => answer.includes(secret));

test.each(paths)('by %s the patient and the doctor read clinical text', async (_path, query) => {
  expect(shown(await answerTo('PATIENT', query))).toEqual(all);
  expect(shown(await answerTo('DOCTOR', query))).toEqual(all);
});

test.each(paths)(
  'by %s staff read why the patient comes and what was written, and nothing else that is clinical',
  async (_path, query) => {
    const answer = await answerTo('STAFF', query);
    expect(shown(answer)).toEqual(['secret reason', 'secret message']);
    expect(answer).toContain('application/pdf');
  },
);

test.each(paths)('by %s an administrator reads nothing clinical', async (_path, query) => {
  const answer = await answerTo('ADMIN', query);
  expect(shown(answer)).toEqual([]);
  expect(answer).toContain('application/pdf');
});
