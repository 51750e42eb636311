import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { type Hops, hopsTo } from './hops.ts';
import { type Asker, askAs, type Guarded, guarded, idsWhere, mayBeSeen, type Role, roles } from './who-may-see.ts';

let stack: TestStack;
let hops: Hops;
let client: pg.Client;
let askers: Record<Role, Asker>;
beforeAll(async () => {
  stack = await startTestStack();
  hops = hopsTo(stack);
  client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
  const asked = await Promise.all(roles.map(async (role) => [role, await askAs(stack, client, role)] as const));
  askers = Object.fromEntries(asked) as Record<Role, Asker>;
  // So that each of them has one of everything they may see.
  await client.query(
    `insert into appointments.availability_exception (id, schedule_id, kind, during)
     select uuidv7(), id, 'unavailable', tstzrange(now() + '400 days', now() + '401 days', '[)')
     from appointments.schedule where doctor_id = $1`,
    [askers.DOCTOR.viewer.doctor],
  );
});
afterAll(async () => {
  await client.end();
  await hops[Symbol.asyncDispose]();
  await stack.stop();
});

/** Root fields that find one object by its id. */
const rootFields: Partial<Record<Guarded, string>> = {
  Patient: 'patient',
  Appointment: 'appointment',
  AppointmentSeries: 'appointmentSeries',
  MedicalRecord: 'medicalRecord',
  Schedule: 'schedule',
};

/** What each path of the graph answers for an id, the id itself left out. */
async function byEveryPath({ query, viewer }: Asker, type: Guarded, id: string): Promise<Record<string, unknown>> {
  const ask = async (text: string, variables: Record<string, unknown>) => {
    const { data, errors } = await query(text, variables);
    return { data, errors };
  };
  const select = `{ __typename ... on ${type} { createdAt } }`;
  const root = rootFields[type];
  return {
    root: root && (await ask(`query ($id: ID!) { found: ${root}(id: $id) { createdAt } }`, { id })),
    node: await ask(`query ($id: ID!) { node(id: $id) ${select} }`, { id }),
    nodes: await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) ${select} }`, { ids: [id] }),
    entitiesById: await hops.entities(viewer, type, [{ id }]),
    entitiesByNodeId: await hops.entities(viewer, type, [{ nodeId: id }]),
  };
}

const planners = new Set<Role>(['DOCTOR', 'STAFF', 'ADMIN']);
const ofPatients = new Set<Guarded>(['Patient', 'Appointment', 'AppointmentSeries', 'MedicalRecord']);
const sees = (role: Role, type: Guarded): boolean => planners.has(role) || (role === 'PATIENT' && ofPatients.has(type));

const pairs = roles.flatMap((role) => guarded.map((type) => ({ role, type })));

test.each(pairs.filter(({ role }) => role !== 'ADMIN'))(
  'for $role an unseen $type is the same nothing as one that is not there, by each path',
  async ({ role, type }) => {
    const asker = askers[role];
    const unseen = await idsWhere(client, type, `(${mayBeSeen(type, asker.viewer)}) is not true`);
    expect(unseen).not.toEqual([]);
    const nothing = await byEveryPath(asker, type, toGlobalId(type, randomUUID()));
    expect(nothing).toMatchObject({
      node: { data: { node: null } },
      nodes: { data: { nodes: [null] } },
      entitiesById: [null],
      entitiesByNodeId: [null],
    });
    for (const id of unseen) expect(await byEveryPath(asker, type, id)).toEqual(nothing);
  },
);

test.each(pairs.filter(({ role, type }) => sees(role, type)))(
  '$role finds the $type they may see by each path',
  async ({ role, type }) => {
    const asker = askers[role];
    const seen = await idsWhere(client, type, mayBeSeen(type, asker.viewer));
    expect(seen).not.toEqual([]);
    const found = { __typename: type, createdAt: expect.any(String) };
    for (const id of seen) {
      const entity = { __typename: type, id, createdAt: expect.anything() };
      expect(await byEveryPath(asker, type, id)).toEqual({
        root: rootFields[type] && { data: { found: { createdAt: expect.any(String) } } },
        node: { data: { node: found } },
        nodes: { data: { nodes: [found] } },
        entitiesById: [entity],
        entitiesByNodeId: [entity],
      });
    }
  },
);

test('a subgraph answers nobody whose request was not signed, and nothing but what was signed', async () => {
  expect(await hops.unsigned()).toEqual({
    unsigned: { refused: 'malformed' },
    'signed for another body': { refused: 'wrong signature' },
    'signed with another key': { refused: 'wrong signature' },
  });
});
