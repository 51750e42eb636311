import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edges, startTestStack, type TestStack } from '../kit/stack.ts';
import { type Asker, askAs, countWhere, idsWhere, mayBeSeen, type Role, roles, tables } from './who-may-see.ts';

let stack: TestStack;
let client: pg.Client;
beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await stack.stop();
});

const signedIn = roles.filter((role) => role !== 'ANONYMOUS');
const as = (role: Role): Promise<Asker> => askAs(stack, client, role);

test.each(signedIn)('totals of root lists count what %s may see, and no more', async (role) => {
  const { query, viewer } = await as(role);
  // A doctor's list without a patient in its filter holds the records they wrote.
  const records = role === 'DOCTOR' ? `doctor_id = '${viewer.doctor}'` : mayBeSeen('MedicalRecord', viewer);
  const lists = '{ patients { totalCount } appointments { totalCount } medicalRecords { totalCount } }';
  expect((await query(lists)).data).toEqual({
    patients: { totalCount: await countWhere(client, tables.Patient, mayBeSeen('Patient', viewer)) },
    appointments: { totalCount: await countWhere(client, tables.Appointment, mayBeSeen('Appointment', viewer)) },
    medicalRecords: {
      totalCount: await countWhere(client, tables.MedicalRecord, `status = 'current' and (${records})`),
    },
  });
});

interface PatientPage {
  readonly patients: Edges<{ readonly id: string }> & {
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

const nextPatients = `query Next($after: String) {
  patients(first: 70, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } }
}`;

test.each(signedIn)('paging to the end shows %s as many patients as the total says, each once', async (role) => {
  const { query, viewer } = await as(role);
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: PatientPage | undefined = (await query<PatientPage>(nextPatients, { after })).data;
    if (page === undefined) throw new Error('there is no page');
    ids.push(...page.patients.edges.map(({ node }) => node.id));
    after = page.patients.pageInfo.endCursor;
    more = page.patients.pageInfo.hasNextPage;
  }
  expect(ids).toHaveLength(await countWhere(client, tables.Patient, mayBeSeen('Patient', viewer)));
  expect(new Set(ids).size).toBe(ids.length);
});

type Counted = Edges<{ readonly id: string; readonly appointments: { readonly totalCount: number } }>;

test.each(roles)('below the public directory %s meets their own appointments only', async (role) => {
  const { query, viewer } = await as(role);
  const list = '(first: 100) { edges { node { id appointments { totalCount } } } }';
  const { data, errors } = await query<{ doctors: Counted; clinics: Counted }>(`{ doctors${list} clinics${list} }`);
  expect(errors).toBeUndefined();
  const visible = mayBeSeen('Appointment', viewer);
  for (const [column, counted] of [
    ['doctor_id', data?.doctors.edges],
    ['clinic_id', data?.clinics.edges],
  ] as const) {
    expect(counted).not.toHaveLength(0);
    for (const { node } of counted ?? []) {
      const condition = `${column} = '${parseGlobalId(node.id)?.uuid}' and (${visible})`;
      expect(node.appointments.totalCount).toBe(await countWhere(client, tables.Appointment, condition));
    }
  }
});

test.each(signedIn)('of the patients they see, %s counts the appointments and records they see', async (role) => {
  const { query, viewer } = await as(role);
  const { data } = await query<{
    patients: Edges<{ id: string; appointments: { totalCount: number }; medicalRecords: { totalCount: number } }>;
  }>('{ patients(first: 30) { edges { node { id appointments { totalCount } medicalRecords { totalCount } } } } }');
  expect(data?.patients.edges).not.toHaveLength(0);
  for (const { node } of data?.patients.edges ?? []) {
    const own = `patient_id = '${parseGlobalId(node.id)?.uuid}'`;
    const records = `${own} and status = 'current' and (${mayBeSeen('MedicalRecord', viewer)})`;
    const appointments = `${own} and (${mayBeSeen('Appointment', viewer)})`;
    expect(node).toMatchObject({
      appointments: { totalCount: await countWhere(client, tables.Appointment, appointments) },
      medicalRecords: { totalCount: await countWhere(client, tables.MedicalRecord, records) },
    });
  }
});

test.each(['PATIENT', 'DOCTOR', 'STAFF'] as const)(
  'a filter for a patient %s may not see finds nothing, as one for a patient who is not there',
  async (role) => {
    const { query, viewer } = await as(role);
    const unseen = `(${mayBeSeen('Patient', viewer)}) is not true`;
    const [patient] = await idsWhere(client, 'Patient', unseen, 1);
    const lists = `query Of($patient: ID!) {
      appointments(filter: { patient: $patient }) { totalCount edges { cursor } pageInfo { hasNextPage } }
      medicalRecords(filter: { patient: $patient }) { totalCount edges { cursor } pageInfo { hasNextPage } }
    }`;
    const nothing = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false } };
    for (const id of [patient, toGlobalId('Patient', crypto.randomUUID())]) {
      const { data, errors } = await query(lists, { patient: id });
      expect({ data, errors }).toEqual({ data: { appointments: nothing, medicalRecords: nothing } });
    }
  },
);
