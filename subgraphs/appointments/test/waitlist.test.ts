import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { sweepWaitlist } from '../src/waitlist/sweep-waitlist.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  nobody,
  type Practice,
  show,
  staffOf,
  startAppointments,
  tally,
} from './fixture.ts';
import { uuidOf } from './holds.ts';
import { plan } from './planning.ts';
import { join, leave, standing, waitInput } from './waiting.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
});
afterAll(() => appointments.stop());

const week = { from: ahead(10, '00:00'), to: ahead(17, '00:00') };
const entry = /^waitlist_/;
/** Ids of entries count as `waiting`. */
const tallyEntries = (outcomes: readonly string[]) =>
  tally(outcomes.map((outcome) => (entry.test(outcome) ? 'waiting' : outcome)));

test('who may book may wait, and nobody else', async () => {
  const patient = randomUUID();
  const wanted = { ...week, patient };
  expect(await join(appointments, newPatient(), practice, week)).toMatch(entry);
  for (const viewer of [doctorOf(practice), staffOf(practice.clinic), viewerOf('ADMIN')])
    expect(await join(appointments, viewer, practice, { ...week, patient: randomUUID() })).toMatch(entry);
  const strangers = [doctorOf({ ...practice, doctor: randomUUID() }), staffOf(randomUUID()), newPatient()];
  for (const viewer of [...strangers, viewerOf('PARTNER')])
    expect(await join(appointments, viewer, practice, wanted)).toBe('FORBIDDEN');
  expect(await join(appointments, viewerOf('ANONYMOUS'), practice, week)).toBe('UNAUTHENTICATED');
  expect(await join(appointments, staffOf(practice.clinic), practice, { ...week, patient: nobody })).toBe('NOT_FOUND');
});

test('nobody waits for what is never offered, or for a period that is no more, or none', async () => {
  const patient = newPatient();
  const other = await appointments.newPractice();
  expect(await join(appointments, patient, { ...practice, service: other.service }, week)).toBe('SERVICE_NOT_OFFERED');
  expect(await join(appointments, patient, { ...practice, doctor: other.doctor }, week)).toBe('SERVICE_NOT_OFFERED');
  expect(await join(appointments, patient, { ...practice, doctor: randomUUID() }, week)).toBe('NOT_FOUND');
  const past = { from: ahead(-3, '00:00'), to: ahead(-2, '00:00') };
  expect(await join(appointments, patient, practice, past)).toBe('TOO_LATE');
  const input = 'BAD_USER_INPUT input.to';
  expect(await join(appointments, patient, practice, { from: week.to, to: week.from })).toBe(input);
  expect(await join(appointments, patient, practice, { from: week.from, to: ahead(400, '00:00') })).toBe(input);
});

test('the clinic is that of the service where none is named', async () => {
  const { clinic, ...input } = waitInput(practice, week);
  const fields = 'waitlistEntry { clinic { id } }';
  const { payload } = await plan(appointments, newPatient(), 'joinWaitlist', input, fields);
  expect(payload?.['waitlistEntry']).toEqual({ clinic: { id: clinic } });
});

test('of 20 who put one patient on one waitlist in overlapping periods, 1 does; the next period is free', async () => {
  const patient = newPatient();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      join(appointments, patient, practice, { from: ahead(10 + (index % 5), '00:00'), to: week.to }),
    ),
  );
  expect(tallyEntries(outcomes)).toEqual({ waiting: 1, ALREADY_WAITING: 19 });
  expect(await join(appointments, patient, practice, { from: week.to, to: ahead(20, '00:00') })).toMatch(entry);
});

test('of 40 entries of one patient with 40 doctors 10 are made; one left makes room for one', async () => {
  const patient = newPatient();
  const practices = await Promise.all(Array.from({ length: 40 }, () => appointments.newPractice()));
  const joinAll = () => Promise.all(practices.map((one) => join(appointments, patient, one, week)));
  const outcomes = await joinAll();
  expect(tallyEntries(outcomes)).toEqual({ waiting: 10, TOO_MANY_WAITLIST_ENTRIES: 30 });
  const first = outcomes.find((outcome) => entry.test(outcome)) ?? '';
  const left = await Promise.all(Array.from({ length: 5 }, () => leave(appointments, patient, first)));
  expect(tally(left)).toEqual({ CANCELLED: 1, NOT_WAITING: 4 });
  const { waiting } = tallyEntries(await joinAll());
  expect(waiting).toBe(1);
});

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

async function listOf(viewer: Viewer, type: 'Doctor' | 'Patient', uuid: string, args = ''): Promise<Listed> {
  const { data } = await appointments.execute<{ _entities: [{ waitlistEntries: Listed }] }>(
    viewer,
    `query ($of: [_Any!]!) {
      _entities(representations: $of) {
        ... on ${type} { waitlistEntries${args} { totalCount edges { node { id status position } } } }
      }
    }`,
    { of: [{ __typename: type, id: toGlobalId(type, uuid) }] },
  );
  return data._entities[0].waitlistEntries;
}

test('entries are listed in the order of joining with their positions, for those who may see them', async () => {
  const one = await appointments.newPractice();
  const patients = [newPatient(), newPatient(), newPatient()] as const;
  const ids: string[] = [];
  for (const patient of patients) ids.push(await join(appointments, patient, one, week));
  await leave(appointments, patients[0], ids[0] ?? '');
  const waiting = (id: string | undefined, position: number) => ({ node: { id, status: 'WAITING', position } });
  const all = [{ node: { id: ids[0], status: 'CANCELLED', position: null } }, waiting(ids[1], 0), waiting(ids[2], 1)];
  for (const viewer of [doctorOf(one), staffOf(one.clinic), viewerOf('ADMIN')])
    expect(await listOf(viewer, 'Doctor', one.doctor)).toEqual({ totalCount: 3, edges: all });
  for (const viewer of [newPatient(), staffOf(randomUUID()), doctorOf(practice), viewerOf('ANONYMOUS')])
    expect(await listOf(viewer, 'Doctor', one.doctor)).toEqual({ totalCount: 0, edges: [] });
  const third = patients[2];
  expect(await listOf(third, 'Patient', third.patient ?? '')).toMatchObject({ edges: [waiting(ids[2], 1)] });
  expect(await listOf(patients[1], 'Patient', third.patient ?? '')).toMatchObject({ edges: [] });
  const filtered = '(last: 1, filter: { status: [WAITING, OFFERED] })';
  expect(await listOf(doctorOf(one), 'Doctor', one.doctor, filtered)).toEqual({
    totalCount: 2,
    edges: [waiting(ids[2], 1)],
  });
  expect(await leave(appointments, newPatient(), ids[1] ?? '')).toBe('NOT_FOUND');
  expect(await leave(appointments, staffOf(one.clinic), ids[1] ?? '')).toBe('CANCELLED');
});

test('a page of a waitlist with positions and offers costs as many statements however long it is', async () => {
  const one = await appointments.newPractice();
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) {
      ... on Doctor { waitlistEntries { edges { node { id from to position offer { start } appointment { id } } } } }
    }
  }`;
  const ask = async () =>
    (
      await appointments.execute(doctorOf(one), query, {
        of: [{ __typename: 'Doctor', id: toGlobalId('Doctor', one.doctor) }],
      })
    ).statements;
  await join(appointments, newPatient(), one, week);
  const short = show('one entry', await ask());
  for (let count = 0; count < 5; count += 1) await join(appointments, newPatient(), one, week);
  expect(show('six entries', await ask())).toBe(short);
});

test('entries whose period has passed expire once, however many sweep', async () => {
  const patient = newPatient();
  const [passed, current] = [
    await join(appointments, patient, practice, week),
    await join(appointments, newPatient(), practice, week),
  ];
  await sql`update appointments.waitlist_entry set period = tstzrange(now() - interval '2 days', now() - interval '1 day')
    where id = ${uuidOf(passed)}`.execute(appointments.db);
  const unitOfWork = createUnitOfWork({ db: appointments.db, schema: 'appointments', poke: () => undefined });
  const swept = await Promise.all(Array.from({ length: 5 }, () => sweepWaitlist(unitOfWork)));
  expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await standing(appointments, passed)).toMatchObject({
    status: 'expired',
    events: ['waitlist.joined', 'waitlist.expired'],
  });
  expect(await standing(appointments, current)).toMatchObject({ status: 'waiting', events: ['waitlist.joined'] });
  expect(await leave(appointments, patient, passed)).toBe('NOT_WAITING');
});
