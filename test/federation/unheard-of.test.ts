import { afterAll, beforeAll, expect, test } from 'vitest';
import { onServer } from '../kit/admin.ts';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

let stack: TestStack;
let admin: Query;
beforeAll(async () => {
  stack = await startTestStack();
  admin = await stack.signIn('admin@demo.local');
});
afterAll(() => stack.stop());

async function create(noun: string, input: Record<string, unknown>): Promise<string> {
  const type = noun.charAt(0).toUpperCase() + noun.slice(1);
  const { data, errors } = await admin<Record<string, Record<string, { readonly id: string } | null>>>(
    `mutation Create($input: Create${type}Input!) {
      create${type}(input: $input) { ${noun} { id } userErrors { code message field } }
    }`,
    { input },
  );
  const id = data?.[`create${type}`]?.[noun]?.id;
  if (id === undefined) throw new Error(JSON.stringify({ data, errors }));
  return id;
}

test('a doctor, clinic and service that no read model has heard of yet can be planned for and found', async () => {
  const specialization = await create('specialization', { code: 'unheard-of', name: 'Unheard of' });
  const clinic = await create('clinic', {
    name: 'New',
    addressLine: '1 Main Street',
    city: 'Lima',
    country: 'PE',
    timeZone: 'America/Lima',
  });
  const service = await create('healthcareService', {
    clinic,
    specialization,
    name: 'First visit',
    durationMinutes: 30,
  });
  const doctor = await create('doctor', {
    givenName: 'Ana',
    familyName: 'Ruiz',
    languages: ['es'],
    clinics: [clinic],
    specializations: [specialization],
  });
  // As if their events were still on their way.
  // One at a time, each by itself: the relay may be writing to all three, in an order of its own.
  const forget = () =>
    onServer(stack.database.connectionString, async (client) => {
      for (const table of ['doctor_directory', 'clinic_directory', 'bookable_service']) {
        await client.query(`truncate appointments.${table}`);
      }
    });

  await forget();
  const schedule = await create('schedule', { doctor, timeZone: 'America/Lima', minimumNoticeMinutes: 0 });
  await forget();
  for (const dayOfWeek of ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) {
    const week = { schedule, clinic, dayOfWeek, startTime: '09:00', endTime: '10:00', validFrom: '2020-01-01' };
    await create('availabilityRule', week);
  }
  await forget();
  const tomorrow = Temporal.Now.plainDateISO('America/Lima').add({ days: 1 });
  const { data, errors } = await stack.anonymous<{ doctor: { availableSlots: Edges<Record<string, unknown>> } }>(
    `query Slots($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
      doctor(id: $doctor) {
        availableSlots(service: $service, from: $from, to: $to) {
          edges { node { start modalities clinic { name timeZone } service { name } doctor { name } } }
        }
      }
    }`,
    { doctor, service, from: `${tomorrow}T00:00:00-05:00`, to: `${tomorrow}T23:59:00-05:00` },
  );
  expect(errors).toBeUndefined();
  expect(data?.doctor.availableSlots.edges.map(({ node }) => node)).toEqual(
    ['14:00', '14:15', '14:30'].map((time) => ({
      start: `${tomorrow}T${time}:00.000Z`,
      modalities: ['IN_PERSON'],
      clinic: { name: 'New', timeZone: 'America/Lima' },
      service: { name: 'First visit' },
      doctor: { name: 'Ana Ruiz' },
    })),
  );
});
