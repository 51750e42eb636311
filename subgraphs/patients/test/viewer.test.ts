import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { foreign, type Person, people } from './people.ts';

let patients: TestSubgraph;
let ana: Person;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
  ana = await people(patients.pool).patient();
});
afterAll(() => patients.stop());

const query = `{
  viewer { account role patient { id givenName } doctor { nodeId } clinics { totalCount edges { node { nodeId } } } }
}`;
const noClinics = { totalCount: 0, edges: [] };

test('nobody is nobody', async () => {
  expect((await patients.execute(viewerOf('ANONYMOUS'), query)).data).toEqual({ viewer: null });
});

test('a patient finds themselves', async () => {
  const account = randomUUID();

  const { data } = await patients.execute(viewerOf('PATIENT', { account, patient: ana.uuid }), query);

  const id = toGlobalId('Account', account);
  const patient = { id: ana.id, givenName: 'Ana' };
  expect(data).toEqual({ viewer: { account: id, role: 'PATIENT', patient, doctor: null, clinics: noClinics } });
});

test('a doctor finds the entry in the directory', async () => {
  const doctor = foreign('Doctor');

  const { data } = await patients.execute(viewerOf('DOCTOR', { doctor: doctor.uuid }), query);

  expect(data).toMatchObject({ viewer: { role: 'DOCTOR', patient: null, doctor: { nodeId: doctor.id } } });
});

test('staff page through their clinics, both ways', async () => {
  const clinics = Array.from({ length: 7 }, () => foreign('Clinic'));
  const staff = viewerOf('STAFF', { clinics: clinics.map(({ uuid }) => uuid) });
  const inOrder = clinics.toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1)).map(({ id }) => id);
  const ask = async (page: Readonly<Record<string, unknown>>) => {
    const paged = `
      query ($first: Int, $after: String, $last: Int, $before: String) {
        viewer {
          clinics(first: $first, after: $after, last: $last, before: $before) {
            totalCount
            edges { node { nodeId } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
      }`;
    const { data, statements } = await patients.execute<{
      viewer: {
        clinics: {
          totalCount: number;
          edges: { node: { nodeId: string } }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
        };
      };
    }>(staff, paged, page);
    expect(statements).toEqual([]);
    const { totalCount, edges, pageInfo } = data.viewer.clinics;
    expect(totalCount).toBe(7);
    return { ids: edges.map(({ node }) => node.nodeId), pageInfo };
  };

  const first = await ask({ first: 4 });
  expect(first.ids).toEqual(inOrder.slice(0, 4));
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = await ask({ first: 4, after: first.pageInfo.endCursor });
  expect(second.ids).toEqual(inOrder.slice(4));
  expect(second.pageInfo.hasNextPage).toBe(false);
  const back = await ask({ last: 2, before: second.pageInfo.startCursor });
  expect(back.ids).toEqual(inOrder.slice(2, 4));
  expect(back.pageInfo.hasPreviousPage).toBe(true);
});
