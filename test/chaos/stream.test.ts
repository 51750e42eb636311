import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@consulta/appointments/generated/database';
import { createStreamConsumer } from '@consulta/appointments/stream/consumer';
import { eventsAfter, newsAfter, type StreamRow } from '@consulta/appointments/stream/queries';
import { eventually, type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { writeEvents } from '@consulta/platform/outbox/write';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { shortLivedRelay } from './short-lived-relay.ts';

const changes = 800;
const writers = 8;
const leastKills = 8;
const redisUrl = inject('redisUrl');
const [doctor, clinic] = [randomUUID(), randomUUID()];
const appointments = Array.from({ length: 40 }, () => ({ id: randomUUID(), patient: randomUUID() }));

let database: TestDatabase;
let outbox: Outbox;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  db = createKysely<Database>(outbox.pool, 'appointments');
  await registerConsumers(outbox.db, [createStreamConsumer({ publish: async () => undefined })]);
  await sql`create table appointments.counter (id uuid primary key, version int not null)`.execute(db);
  await sql`
    insert into appointments.counter select unnest(${appointments.map(({ id }) => id)}::uuid[]), 0`.execute(db);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

/** Changes appointments; each transaction stays open for a while after it has its ids, so that they commit in any order. */
async function write(count: number, kills: () => number): Promise<void> {
  for (let change = 0; change < count; change += 1) {
    const appointment = appointments[Math.floor(Math.random() * appointments.length)];
    if (appointment === undefined) throw new Error('there are appointments');
    await db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ version: number }>`
        update appointments.counter set version = version + 1
        where id = ${appointment.id} returning version`.execute(transaction);
      const events = rows.map(({ version }) => ({
        aggregateType: 'appointment',
        aggregateId: appointment.id,
        version,
        type: 'appointment.rescheduled',
        payload: { doctor, clinic, patient: appointment.patient },
      }));
      await writeEvents(transaction, 'appointments', events);
      await sleep(Math.random() * 15);
    });
    while (kills() < (leastKills * change) / count) await sleep(20);
  }
}

/** Reads on from where it is, a few events at a time. */
async function* tail<Row extends { readonly position: number }>(
  read: (after: number, most: number) => Promise<readonly Row[]>,
  isOver: () => boolean,
): AsyncGenerator<Row> {
  for (let after = 0, over = false; ; ) {
    const rows = await read(after, 7);
    for (const row of rows) {
      after = row.position;
      yield row;
    }
    if (rows.length > 0) continue;
    // What was written before it was over is read once more.
    if (over) return;
    over = isOver();
    await sleep(2);
  }
}

async function allOf<Row>(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test('whoever reads on sees each event once, in order, while writers commit in any order and relays are killed with -9', async ({
  annotate,
}) => {
  let over = false;
  const followed = (topic: string) =>
    allOf(
      tail(
        (after, most) => eventsAfter(db, [{ topic, after }], most),
        () => over,
      ),
    );
  const reading = Promise.all([
    followed(`appointment:doctor:${doctor}`),
    followed(`appointment:clinic:${clinic}`),
    ...appointments.slice(0, 5).map(({ id }) => followed(`appointment:${id}`)),
  ]);
  // Some positions have more topics than a page has rows: those that follow everything read whole positions.
  const news = allOf(
    tail(
      (after) => newsAfter(db, after, 1_000),
      () => over,
    ),
  );

  let kills = 0;
  const written = new AbortController();
  const { connectionString } = database;
  const relays = [1, 2, 3].map(() =>
    shortLivedRelay({ connectionString, redisUrl }, written.signal, () => {
      kills += 1;
    }),
  );
  await Promise.all(Array.from({ length: writers }, () => write(changes / writers, () => kills)));
  written.abort();
  const survivors = await Promise.all(relays);
  const left = await eventually(
    async () => (await db.selectFrom('outbox_delivery').select('outbox_id').execute()).length,
    (count) => count === 0,
    30_000,
  );
  over = true;
  const [ofDoctor = [], ofClinic = [], ...ofEach] = await reading;
  for (const relay of survivors) relay.kill();

  expect(left).toBe(0);
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from appointments.counter`.execute(db);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const all of [ofDoctor, ofClinic]) {
    expect(all).toHaveLength(rows.reduce((sum, { version }) => sum + version, 0));
    expect(inOrder(all)).toEqual(versions);
  }
  for (const events of ofEach) {
    const [first] = events;
    expect(events).toHaveLength(versions.get(first?.aggregateId ?? '') ?? Number.NaN);
  }
  for (const events of [ofDoctor, ofClinic, ...ofEach]) {
    expect(events.map(({ previous }) => previous)).toEqual([0, ...events.map(({ position }) => position)].slice(0, -1));
  }
  // No position was left out, not even by those who died with it.
  expect(ofDoctor.map(({ position }) => position)).toEqual(ofDoctor.map((_, index) => index + 1));
  expect(new Set((await news).map(({ position }) => position)).size).toBe(ofDoctor.length);
  await annotate(`${kills} relays killed`);
}, 120_000);

/** The last version of each appointment, where each comes once and one after the other. */
function inOrder(events: readonly StreamRow[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { aggregateId, version } of events) {
    expect(version).toBe((seen.get(aggregateId) ?? 0) + 1);
    seen.set(aggregateId, version);
  }
  return seen;
}
