import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOfMany } from '../../../test/kit/refusals.ts';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, ahead, newPatient, type Practice, startAppointments } from './fixture.ts';
import { clinicId, doctorId, scheduleId } from './planning.ts';

let appointments: Appointments;
let practice: Practice;
let appointment: string;

beforeAll(async () => {
  appointments = await startAppointments(undefined, 2);
  practice = await appointments.newPractice();
  appointment = await appointments.book(newPatient(), practice, { start: ahead(3, '10:00') });
});
afterAll(() => appointments.stop());

const visit = () => ({
  doctor: doctorId(practice),
  clinic: clinicId(practice),
  service: toGlobalId('HealthcareService', practice.service),
  patient: toGlobalId('Patient', randomUUID()),
  modality: 'VIDEO',
});
const rule = {
  dayOfWeek: 'MONDAY',
  startTime: '10:00',
  endTime: '11:00',
  modalities: ['VIDEO'],
  validFrom: '2030-01-01',
};

const refusals = [
  ['bookAppointment', 'SLOT_TAKEN', () => ({ ...visit(), start: ahead(3, '10:00') })],
  ['bookAppointment', 'OUTSIDE_AVAILABILITY', () => ({ ...visit(), start: ahead(3, '23:00') })],
  [
    'bookAppointmentSeries',
    'SERIES_CONFLICT',
    () => ({ ...visit(), start: ahead(3, '10:00'), recurrence: { count: 3 } }),
  ],
  ['cancelAppointmentSeries', 'NOT_IN_SERIES', () => ({ appointment, scope: 'ALL' })],
  ['rescheduleAppointmentSeries', 'NOT_IN_SERIES', () => ({ appointment, scope: 'ALL', start: ahead(4, '10:00') })],
  ['rescheduleAppointment', 'VERSION_CONFLICT', () => ({ appointment, expectedVersion: 9, start: ahead(4, '10:00') })],
  ['cancelAppointment', 'VERSION_CONFLICT', () => ({ appointment, expectedVersion: 9 })],
  ['fulfilAppointment', 'ILLEGAL_TRANSITION', () => ({ appointment })],
  ['createSchedule', 'SCHEDULE_EXISTS', () => ({ doctor: doctorId(practice), timeZone: 'UTC' })],
  ['updateSchedule', 'VERSION_CONFLICT', () => ({ schedule: scheduleId(practice), expectedVersion: 9 })],
  [
    'createAvailabilityRule',
    'RULE_OVERLAP',
    () => ({ ...rule, schedule: scheduleId(practice), clinic: clinicId(practice) }),
  ],
  [
    'deleteAvailabilityException',
    'NOT_FOUND',
    () => ({ availabilityException: toGlobalId('AvailabilityException', randomUUID()) }),
  ],
] as const;

test.each(refusals)('20 %s refused with %s at once pass through 2 connections', async (mutation, code, inputOf) => {
  expect(await codesOfMany(appointments, viewerOf('ADMIN'), mutation, inputOf())).toEqual([code]);
});
