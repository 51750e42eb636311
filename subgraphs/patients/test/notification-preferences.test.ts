import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { eventsOf, type Person, people } from './people.ts';

let patients: TestSubgraph;
let ana: Person;
let self: Viewer;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
});
afterAll(() => patients.stop());

beforeEach(async () => {
  ana = await people(patients.pool).patient();
  self = viewerOf('PATIENT', { patient: ana.uuid });
});

const fields = 'email sms quietHours { from to } version';

async function read(): Promise<unknown> {
  const query = `query ($id: ID!) { patient(id: $id) { notificationPreferences { ${fields} } } }`;
  const { data } = await patients.execute<{ patient: { notificationPreferences: unknown } }>(self, query, {
    id: ana.id,
  });
  return data.patient.notificationPreferences;
}

async function update(viewer: Viewer, input: Readonly<Record<string, unknown>>) {
  const query = `
    mutation ($input: UpdateNotificationPreferencesInput!) {
      updateNotificationPreferences(input: $input) {
        notificationPreferences { ${fields} }
        userErrors { code field }
      }
    }`;
  const { data, errors } = await patients.execute<{
    updateNotificationPreferences: { notificationPreferences: unknown; userErrors: unknown[] };
  }>(viewer, query, { input });
  return { ...data.updateNotificationPreferences, errors };
}

test('until the patient says otherwise all is on, at any hour', async () => {
  expect(await read()).toEqual({ email: true, sms: true, quietHours: null, version: 1 });
});

test('what is left out stays, and null takes the quiet hours away', async () => {
  const night = { from: '22:00', to: '07:00' };

  await update(self, { sms: false, quietHours: night, expectedVersion: 1 });
  expect(await read()).toEqual({ email: true, sms: false, quietHours: night, version: 2 });
  const { notificationPreferences } = await update(self, { email: false, expectedVersion: 2 });
  expect(notificationPreferences).toEqual({ email: false, sms: false, quietHours: night, version: 3 });
  await update(self, { quietHours: null });
  expect(await read()).toEqual({ email: false, sms: false, quietHours: null, version: 4 });
});

test('the change is told without what it is', async () => {
  await update(self, { sms: false });

  expect(await eventsOf(patients.pool, ana.id)).toEqual([
    { aggregate_type: 'notification_preferences', type: 'notification_preferences.changed', version: 2, payload: {} },
  ]);
});

test('of 20 first changes at once one is made', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => update(self, { sms: false, expectedVersion: 1 })));

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(
    Array(19).fill({ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }),
  );
});

test('a refused first change leaves nothing', async () => {
  await update(self, { sms: false, expectedVersion: 7 });

  expect(await read()).toMatchObject({ sms: true, version: 1 });
});

test('a repetition with its key gets the first answer', async () => {
  const keyed = { sms: false, expectedVersion: 1, idempotencyKey: crypto.randomUUID() };
  await update(self, keyed);

  expect(await update(self, keyed)).toMatchObject({ notificationPreferences: { version: 2 }, userErrors: [] });
});

test.each([
  ['ANONYMOUS', viewerOf('ANONYMOUS'), 'UNAUTHENTICATED'],
  ['DOCTOR', viewerOf('DOCTOR', { doctor: crypto.randomUUID() }), 'FORBIDDEN'],
  ['STAFF', viewerOf('STAFF'), 'FORBIDDEN'],
  ['ADMIN', viewerOf('ADMIN'), 'FORBIDDEN'],
])('%s does not change them', async (_, viewer, code) => {
  const { errors } = await update(viewer, { sms: false });

  expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code]);
});

test.each([
  [{ quietHours: { from: '22:00', to: '22:00' } }, 'input.quietHours.to'],
  [{ quietHours: { from: '24:00', to: '07:00' } }, 'input.quietHours.from'],
  [{ quietHours: { from: '7', to: '08:00' } }, 'input.quietHours.from'],
  [{ email: null }, 'input.email'],
  [{ expectedVersion: -1 }, 'input.expectedVersion'],
])('%j is bad input at %s', async (input, argument) => {
  const { errors } = await update(self, input);

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});
