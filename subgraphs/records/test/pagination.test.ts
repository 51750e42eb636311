import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRecord, nodesOf, type Page, patientOf, staffOf, startRecords, type TestRecords } from './fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());

interface Titled {
  readonly title: string;
}
interface Arguments {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
  readonly orderBy?: string;
}

const page =
  '($first: Int, $after: String, $last: Int, $before: String, $orderBy: MedicalRecordOrder! = RECORDED_AT_DESC';
const given = 'first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy';
const connection =
  'edges { node { title } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';

/** A list of seven records, r0 the oldest; some recorded in the same millisecond. */
async function sevenRecords() {
  const [patient_id, clinic_id, otherClinic] = [randomUUID(), randomUUID(), randomUUID()];
  const start = Date.now() - 3_600_000;
  const insert = (title: string, at: number) =>
    insertRecord(records, {
      patient_id,
      clinic_id: at % 2 ? clinic_id : otherClinic,
      title,
      recorded_at: new Date(start + at),
    });
  // Ids of one millisecond grow with their insertion: the list's tie-break.
  for (const [index, at] of [0, 1_000, 2_000, 2_000, 2_000, 3_000, 4_001].entries()) await insert(`r${index}`, at);
  return { patient_id, clinics: [clinic_id, otherClinic] as const, insert };
}

const lists = {
  async root(viewer: Viewer, _patient: string, args: Arguments) {
    const query = `query ${page}) { medicalRecords(${given}) { ${connection} } }`;
    const { data, errors } = await records.execute<{ medicalRecords: Page<Titled> }>(viewer, query, { ...args });
    expect(errors).toEqual([]);
    return data.medicalRecords;
  },
  async nested(viewer: Viewer, patient: string, args: Arguments) {
    const query = `query ${page}, $representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Patient { medicalRecords(${given}) { ${connection} } } } }`;
    const representations = [{ __typename: 'Patient', id: toGlobalId('Patient', patient) }];
    const { data, errors } = await records.execute<{ _entities: [{ medicalRecords: Page<Titled> }] }>(viewer, query, {
      ...args,
      representations,
    });
    expect(errors).toEqual([]);
    return data._entities[0].medicalRecords;
  },
};

const titlesOf = (list: Page<Titled>) => nodesOf(list).map(({ title }) => title);
const newestFirst = ['r6', 'r5', 'r4', 'r3', 'r2', 'r1', 'r0'];

describe.each(Object.entries(lists))('a %s list', (_, list) => {
  test('is walked forwards without a gap or a double while records are written', async () => {
    const { patient_id: patient, insert } = await sevenRecords();
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const current: Page<Titled> = await list(patientOf(patient), patient, { first: 3, after });
      expect(current.pageInfo).toMatchObject({ hasNextPage: pages < 2, hasPreviousPage: pages > 0 });
      expect(current.totalCount).toBe(7 + pages);
      seen.push(...titlesOf(current));
      after = current.pageInfo.endCursor;
      await insert(`new ${pages}`, 10_000 + pages);
    }
    expect(seen).toEqual(newestFirst);
  });

  test('is walked backwards in the same order', async () => {
    const { patient_id: patient } = await sevenRecords();
    const seen: string[] = [];
    let before: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const current: Page<Titled> = await list(patientOf(patient), patient, { last: 3, before });
      expect(current.pageInfo).toMatchObject({ hasPreviousPage: pages < 2, hasNextPage: pages > 0 });
      seen.unshift(...titlesOf(current));
      before = current.pageInfo.startCursor;
    }
    expect(seen).toEqual(newestFirst);
  });

  test('is walked oldest first', async () => {
    const { patient_id: patient } = await sevenRecords();
    const all = await list(patientOf(patient), patient, { orderBy: 'RECORDED_AT_ASC' });
    expect(titlesOf(all)).toEqual(newestFirst.toReversed());
  });

  test('takes a page between two cursors', async () => {
    const { patient_id: patient } = await sevenRecords();
    const all = await list(patientOf(patient), patient, {});
    const [after, before] = [all.edges[1]?.cursor ?? null, all.edges[5]?.cursor ?? null];
    expect(titlesOf(await list(patientOf(patient), patient, { first: 9, after, before }))).toEqual(['r4', 'r3', 'r2']);
  });
});

test('a list of several clinics keeps its order from page to page', async () => {
  const { patient_id: patient, clinics } = await sevenRecords();
  const seen: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 4; pages += 1) {
    const current: Page<Titled> = await lists.root(staffOf(...clinics), patient, { first: 2, after });
    expect(current.totalCount).toBe(7);
    seen.push(...titlesOf(current));
    after = current.pageInfo.endCursor;
  }
  expect(seen).toEqual(newestFirst);
});

describe('bad input', () => {
  const viewer = patientOf(randomUUID());
  const patient = toGlobalId('Patient', randomUUID());
  const doctor = toGlobalId('Doctor', randomUUID());

  test.each([
    ['first: -1', 'first'],
    ['first: 1000000', 'first'],
    ['first: 101', 'first'],
    ['last: -1', 'last'],
    ['first: 1, last: 1', 'last'],
    ['after: "nonsense"', 'after'],
    ['before: ""', 'before'],
    ['filter: { patient: "nonsense" }', 'filter.patient'],
    [`filter: { patient: "${doctor}" }`, 'filter.patient'],
    [`filter: { doctor: "${patient}" }`, 'filter.doctor'],
    ['filter: { dateRange: { from: "2026-02-02T00:00:00Z", to: "2026-02-01T00:00:00Z" } }', 'filter.dateRange.to'],
    ['filter: { dateRange: { from: "2026-02-30T00:00:00Z" } }', 'filter.dateRange.from'],
    ['filter: { kind: GOSSIP }', 'filter.kind'],
  ])('medicalRecords(%s) is refused at %s', async (argument, path) => {
    const { errors, statements } = await records.execute(viewer, `{ medicalRecords(${argument}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument: path }),
    ]);
    expect(statements).toEqual([]);
  });

  test.each(['nonsense', 'record_', '', patient, 'record_01h455vb4pex5vsknk084sn02l'])(
    'medicalRecord(id: "%s") is refused at id',
    async (id) => {
      const { errors } = await records.execute(viewer, 'query ($id: ID!) { medicalRecord(id: $id) { id } }', { id });
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'id' }),
      ]);
    },
  );

  test('a cursor of the other order is refused', async () => {
    const { patient_id } = await sevenRecords();
    const { edges } = await lists.root(patientOf(patient_id), patient_id, {});
    const query = `query ${page}) { medicalRecords(${given}) { totalCount } }`;
    const variables = { after: edges[0]?.cursor, orderBy: 'RECORDED_AT_ASC' };
    const { errors } = await records.execute(patientOf(patient_id), query, variables);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  test('an entity whose id is malformed or foreign is null', async () => {
    const representations = ['nonsense', patient, undefined].map((id) => ({ __typename: 'MedicalRecord', id }));
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on MedicalRecord { id } } }`;
    const { data, errors } = await records.execute(viewer, query, { representations });
    expect({ data, errors }).toEqual({ data: { _entities: [null, null, null] }, errors: [] });
  });
});
