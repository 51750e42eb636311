import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../../test/kit/subgraph.ts';
import { type Appointments, ahead, newPatient, type Practice, startAppointments } from '../fixture.ts';
import { ofFreeTimes, openStreams, type Streams } from './fixture.ts';

let appointments: Appointments;
let streams: Streams;
let here: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  streams = await openStreams(appointments);
  here = await appointments.newPractice();
});
afterAll(async () => {
  await streams[Symbol.asyncDispose]();
  await appointments.stop();
});

const admin = viewerOf('ADMIN');

const period = (from: number, to: number) => ofFreeTimes(here.doctor, ahead(from, '00:00'), ahead(to, '00:00'));

test('are told to visitors, for the period they touch, without a word of whose they are', async () => {
  await appointments.book(newPatient(), here, { start: ahead(20, '12:00') });
  const event = (await streams.events(`availability:${here.doctor}`)).at(-1);
  if (event === undefined) throw new Error('the log has nothing of it');

  const { told, statements } = await streams.tell(anonymous, period(20, 21), event);
  expect(told).toEqual({
    cursor: expect.any(String),
    occurredAt: event.occurredAt,
    doctor: { id: toGlobalId('Doctor', here.doctor) },
  });
  expect(statements).toHaveLength(1);
  expect((await streams.tell(anonymous, period(25, 26), event)).told).toBeNull();
});

test('follow a change of the planning in every period', async () => {
  const { data } = await appointments.execute<{ createAvailabilityException: { userErrors: unknown[] } }>(
    admin,
    `mutation ($input: CreateAvailabilityExceptionInput!) {
      createAvailabilityException(input: $input) { userErrors { code } }
    }`,
    {
      input: {
        schedule: toGlobalId('Schedule', here.schedule),
        kind: 'UNAVAILABLE',
        start: ahead(30, '10:00'),
        end: ahead(30, '12:00'),
      },
    },
  );
  expect(data.createAvailabilityException.userErrors).toEqual([]);
  const event = (await streams.events(`availability:${here.doctor}`)).at(-1);
  expect(event).toMatchObject({ aggregateType: 'schedule' });
  if (event !== undefined) expect((await streams.tell(anonymous, period(25, 26), event)).told).not.toBeNull();
});

test('are not followed through a period that is reversed or too long', async () => {
  expect(await streams.open(anonymous, period(2, 1))).toBe('BAD_USER_INPUT');
  expect(await streams.open(anonymous, period(1, 40))).toBe('BAD_USER_INPUT');
});
