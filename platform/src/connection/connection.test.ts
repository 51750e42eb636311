import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createKysely } from '../postgres/kysely.ts';
import { testPoolConfig } from '../postgres/pool.fixture.ts';
import { createPool, type Pool } from '../postgres/pool.ts';
import { type Connection, toConnection } from './connection.ts';
import { createCursorCodec } from './cursor.ts';
import { type Ordering, openPage, takePage } from './ordering.ts';
import { type PageArguments, pageRequest } from './page.ts';

interface Database {
  visit: { id: string; at: Date; place: string };
}

type Row = Database['visit'];

const newestFirst: Ordering<'id' | 'at'> = {
  name: 'visit.AT_DESC',
  direction: 'desc',
  keys: [
    { column: 'at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
};
const cursors = createCursorCodec('a secret that is long enough for this');

let database: TestDatabase;
let pool: Pool;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(testPoolConfig(database.connectionString), {
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
  });
  db = createKysely<Database>(pool, 'public');
  await sql`create table public.visit (id uuid primary key, at timestamptz(3) not null, place text not null)`.execute(
    db,
  );
  // Ten share each instant, so that the tie is broken by id across page borders.
  await sql`insert into public.visit
    select md5(n::text)::uuid, timestamptz '2026-01-01' + n / 10 * interval '1 minute', 'x'
    from generate_series(0, 94) n`.execute(db);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function fetchPage(args: PageArguments): Promise<Connection<Row>> {
  const page = openPage(pageRequest(args), newestFirst, cursors);
  const rows = await takePage(db.selectFrom('visit').select(['id', 'at', 'place']), 'visit', page).execute();
  return toConnection(rows, page, cursors, async () => 0);
}

async function everything(): Promise<string[]> {
  const rows = await db.selectFrom('visit').select('id').orderBy('at', 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => row.id);
}

const idsOf = (connection: Connection<Row>) => connection.edges.map((edge) => edge.node.id);

test('paging forwards visits every row once and in order', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Connection<Row> = await fetchPage({ first: 7, after });
    seen.push(...idsOf(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(await everything());
});

test('paging backwards visits every row once, each page in the list’s own order', async () => {
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page: Connection<Row> = await fetchPage({ last: 7, before });
    seen.unshift(...idsOf(page));
    before = page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null;
  } while (before !== null);
  expect(seen).toEqual(await everything());
});

test('rows inserted before the cursor move nothing on the next page', async () => {
  const first = await fetchPage({ first: 10 });
  const expected = idsOf(await fetchPage({ first: 10, after: first.pageInfo.endCursor }));
  await sql`insert into public.visit values (gen_random_uuid(), '2026-02-01', 'new')`.execute(db);
  expect(idsOf(await fetchPage({ first: 10, after: first.pageInfo.endCursor }))).toEqual(expected);
});

test('after and before together cut out what lies between', async () => {
  const all = await fetchPage({ first: 20 });
  const between = await fetchPage({ first: 100, after: all.edges[4]?.cursor, before: all.edges[9]?.cursor });
  expect(idsOf(between)).toEqual(idsOf(all).slice(5, 9));
});

test('the statement is the same text for every page size', () => {
  const compile = (first: number) =>
    takePage(
      db.selectFrom('visit').select('id'),
      'visit',
      openPage(pageRequest({ first }), newestFirst, cursors),
    ).compile().sql;
  expect(compile(1)).toBe(compile(100));
});

test('a cursor of another list is refused at its argument', () => {
  const foreign = cursors.seal('clinic.NAME_ASC', ['a', 'b']);
  expect(() => openPage(pageRequest({ after: foreign }), newestFirst, cursors)).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }),
  );
});

test('totalCount runs only when it is called', async () => {
  let counted = 0;
  const page = openPage(pageRequest({}), newestFirst, cursors);
  const connection = toConnection([], page, cursors, async () => (counted += 1));
  expect(counted).toBe(0);
  await connection.totalCount();
  expect(counted).toBe(1);
});
