import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, ahead, newPatient, type Practice, startAppointments } from './fixture.ts';
import { clinicId, scheduleId } from './planning.ts';

let appointments: Appointments;
let practice: Practice;

beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
});
afterAll(() => appointments.stop());

/** Two mutations of one field in one operation, and what each answered of its noun. */
async function twice(
  viewer: ReturnType<typeof newPatient>,
  mutation: string,
  selection: string,
  inputs: [object, object],
) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const call = `${mutation}(input: $INPUT) { ${selection} userErrors { code } }`;
  const query = `mutation ($a: ${type}, $b: ${type}) {
    first: ${call.replace('$INPUT', '$a')} second: ${call.replace('$INPUT', '$b')} }`;
  const { data, errors } = await appointments.execute(viewer, query, { a: inputs[0], b: inputs[1] });
  expect(errors).toEqual([]);
  return data;
}

const admin = viewerOf('ADMIN');

test('two changes of a schedule in one operation answer each with what it wrote', async () => {
  const schedule = scheduleId(practice);
  expect(
    await twice(admin, 'updateSchedule', 'schedule { slotMinutes }', [
      { schedule, slotMinutes: 20 },
      { schedule, slotMinutes: 30 },
    ]),
  ).toEqual({
    first: { schedule: { slotMinutes: 20 }, userErrors: [] },
    second: { schedule: { slotMinutes: 30 }, userErrors: [] },
  });
});

test('two rules made in one operation answer each with the schedule as it is then', async () => {
  const input = { schedule: scheduleId(practice), clinic: clinicId(practice), modalities: ['VIDEO'] };
  const answers = await twice(
    admin,
    'createAvailabilityRule',
    'availabilityRule { schedule { availabilityRules { totalCount } } }',
    [
      { ...input, dayOfWeek: 'MONDAY', startTime: '01:00', endTime: '02:00', validFrom: '2030-01-01' },
      { ...input, dayOfWeek: 'MONDAY', startTime: '03:00', endTime: '04:00', validFrom: '2030-01-01' },
    ],
  );
  expect(answers).toMatchObject({
    first: { availabilityRule: { schedule: { availabilityRules: { totalCount: 8 } } } },
    second: { availabilityRule: { schedule: { availabilityRules: { totalCount: 9 } } } },
  });
});

test('two changes of an exception in one operation answer each with what it wrote', async () => {
  const { id } = await appointments.db
    .insertInto('availability_exception')
    .values({ schedule_id: practice.schedule, kind: 'unavailable', during: '[2030-01-01,2030-01-02)' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const availabilityException = toGlobalId('AvailabilityException', id);
  const answers = await twice(admin, 'updateAvailabilityException', 'availabilityException { reason version }', [
    { availabilityException, reason: 'Holidays' },
    { availabilityException, reason: 'A congress' },
  ]);
  expect(answers).toMatchObject({
    first: { availabilityException: { reason: 'Holidays', version: 2 } },
    second: { availabilityException: { reason: 'A congress', version: 3 } },
  });
});

test('two moves of an appointment in one operation answer each with its own time and history', async () => {
  const patient = newPatient();
  const appointment = await appointments.book(patient, practice, { start: ahead(3, '10:00') });
  const answers = await twice(patient, 'rescheduleAppointment', 'appointment { start events { totalCount } }', [
    { appointment, start: ahead(4, '10:00') },
    { appointment, start: ahead(5, '10:00') },
  ]);
  expect(answers).toMatchObject({
    first: { appointment: { start: ahead(4, '10:00'), events: { totalCount: 2 } } },
    second: { appointment: { start: ahead(5, '10:00'), events: { totalCount: 3 } } },
  });
});
