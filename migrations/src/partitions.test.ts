import { createTestDatabase } from '@consulta/test/kit/database';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMonths, currentMonth, monthsBetween } from './month.ts';
import { oneConnection } from './one-connection.ts';
import { ensurePartitions, partitionedTables } from './partitions.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let clients: pg.Client[];

beforeEach(async () => {
  database = await createTestDatabase();
  clients = [];
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.connectionString });
  clients.push(client);
  await client.connect();
  return client;
}

async function connectKysely(): Promise<Kysely<unknown>> {
  return oneConnection(await connect());
}

async function monthsOf(client: pg.Client, parent: string): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select substring(pg_get_expr(relpartbound, oid) from 'FROM \\(''(\\d{4}-\\d{2})') as month
     from pg_class join pg_inherits on inhrelid = oid where inhparent = $1::regclass order by month`,
    [parent],
  );
  return rows.map(({ month }) => month);
}

const anAppointment = (startsAt: string) =>
  `insert into appointments.appointment
     (starts_at, ends_at, schedule_id, doctor_id, patient_id, clinic_id, service_id, modality, status, created_by)
   values ('${startsAt}', timestamptz '${startsAt}' + interval '30 minutes', uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(),
     'in_person', 'booked', uuidv7())
   returning id, tableoid::regclass::text as partition`;

test('a migrated database holds last month to twelve months ahead', async () => {
  const client = await connect();
  const expected = monthsBetween(addMonths(currentMonth(), -1), addMonths(currentMonth(), 12));

  for (const { schema, table } of partitionedTables) {
    expect(await monthsOf(client, `${schema}.${table}`)).toEqual(expected);
  }
});

test('making partitions again makes none', async () => {
  const db = await connectKysely();

  expect(await ensurePartitions(db)).toEqual([]);
});

test('earlier and later months are added to those that exist', async () => {
  const db = await connectKysely();
  const from = addMonths(currentMonth(), -3);

  const made = await ensurePartitions(db, { from, monthsAhead: 13 });

  const missing = [from, addMonths(from, 1), addMonths(currentMonth(), 13)].map((month) => month.replace('-', 'm'));
  expect(made.sort()).toEqual(
    partitionedTables.flatMap(({ schema, table }) => missing.map((month) => `${schema}.${table}_y${month}`)).sort(),
  );
});

test('processes that make the same partitions at the same time make each once', async () => {
  const dbs = await Promise.all(Array.from({ length: 4 }, connectKysely));
  const from = addMonths(currentMonth(), -5);

  const made = await Promise.all(dbs.map((db) => ensurePartitions(db, { from })));

  expect(made.flat()).toHaveLength(4 * partitionedTables.length);
  expect(new Set(made.flat()).size).toBe(4 * partitionedTables.length);
});

test('readers and writers go on while a partition is attached', async () => {
  const [writer, db] = [await connect(), await connectKysely()];
  await writer.query('begin');
  await writer.query(anAppointment(`${currentMonth()}-10T09:00:00Z`));

  // Would wait for the writer to end, and the test time out, if attaching took a lock that excludes it.
  await ensurePartitions(db, { from: addMonths(currentMonth(), -2) });

  await writer.query('commit');
});

test('months begin in UTC, whatever the zone of the session', async () => {
  const client = await connect();
  await client.query(`set timezone = 'Pacific/Auckland'`);
  const next = addMonths(currentMonth(), 1);

  const { rows } = await client.query(anAppointment(`${next}-01T00:00:00Z`));

  expect(rows[0].partition).toBe(`appointments.appointment_y${next.replace('-', 'm')}`);
});

test('a row outside of every partition is refused', async () => {
  const client = await connect();

  await expect(client.query(anAppointment('2001-01-01T09:00:00Z'))).rejects.toMatchObject({ code: '23514' });
});

test('an appointment moved to another month keeps its id and moves to the other partition', async () => {
  const client = await connect();
  const { rows } = await client.query(anAppointment(`${currentMonth()}-10T09:00:00Z`));
  const next = addMonths(currentMonth(), 1);

  const moved = await client.query(
    'update appointments.appointment set starts_at = $2, ends_at = $3 where id = $1 returning id, tableoid::regclass::text as partition',
    [rows[0].id, `${next}-10T09:00:00Z`, `${next}-10T09:30:00Z`],
  );

  expect(moved.rows).toEqual([{ id: rows[0].id, partition: `appointments.appointment_y${next.replace('-', 'm')}` }]);
});
