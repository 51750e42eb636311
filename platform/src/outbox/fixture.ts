import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import { createLogger, type Logger } from '../logger.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { createKysely } from '../postgres/kysely.ts';
import { createPool, type Pool } from '../postgres/pool.ts';
import { createUnitOfWork, type UnitOfWork } from '../unit-of-work.ts';
import type { Consumer } from './consumer.ts';
import type { DomainEvent, OutboxEvent } from './event.ts';
import { createRelay, type Relay, type RelayOptions } from './relay.ts';

/** Where the tests of the outbox put their events. Any schema would do: each has the same tables. */
export const schema = 'patients';

/** A real outbox for a test, with as many relays as it starts. */
export interface Outbox extends AsyncDisposable {
  readonly db: Kysely<unknown>;
  readonly pool: Pool;
  readonly metrics: Metrics;
  readonly unitOfWork: UnitOfWork<unknown>;
  /** How often a commit poked. */
  pokes(): number;
  /** Commits one event. */
  commit(event?: Partial<DomainEvent>): Promise<void>;
  startRelay(consumers: readonly Consumer[], options?: Partial<RelayOptions>): Promise<Relay>;
  /** Deliveries that wait or were set aside. */
  deliveries(): Promise<{ outbox_id: number; state: string; attempts: number; last_error: string | null }[]>;
}

export function openOutbox(connectionString: string, { logger }: { logger?: Logger } = {}): Outbox {
  const quiet = logger ?? createLogger({ level: 'silent' });
  const metrics = createMetrics();
  const pool = createPool(
    {
      connectionString,
      applicationName: 'outbox test',
      max: 20,
      min: 0,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 1_000,
      maxLifetimeSeconds: 1_800,
      leakAfterMillis: 60_000,
    },
    { logger: quiet, metrics },
  );
  const db = createKysely<unknown>(pool, schema);
  const relays: Relay[] = [];
  let pokes = 0;
  const poke = (types: readonly string[]): void => {
    pokes += 1;
    for (const relay of relays) relay.poke(schema, types);
  };
  const unitOfWork = createUnitOfWork({ db, schema, poke });

  return {
    db,
    pool,
    metrics,
    unitOfWork,
    pokes: () => pokes,
    commit: (event) => unitOfWork.run(async (_transaction, emit) => emit(newEvent(event))),
    async startRelay(consumers, options) {
      const relay = createRelay({
        pool,
        connectionString,
        consumers,
        logger: quiet,
        metrics: createMetrics(),
        ...options,
      });
      await relay.start();
      relays.push(relay);
      return relay;
    },
    async deliveries() {
      const { rows } = await sql<{ outbox_id: number; state: string; attempts: number; last_error: string | null }>`
        select outbox_id, state, attempts, last_error from ${sql.id(schema, 'outbox_delivery')}
        order by consumer, outbox_id`.execute(db);
      return rows;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(relays.map((relay) => relay.stop()));
      await pool.end();
    },
  };
}

export function newEvent(event: Partial<DomainEvent> = {}): DomainEvent {
  return { aggregateType: 'thing', aggregateId: randomUUID(), version: 1, type: 'thing.changed', ...event };
}

/** A consumer that writes what it gets to a table, and fails where `onEvent` throws. */
export function newConsumer(
  name: string,
  onEvent: (event: OutboxEvent) => void | Promise<void> = () => undefined,
): Consumer {
  return {
    name,
    source: schema,
    eventTypes: ['*'],
    async deliver(events, { transaction }) {
      const effects = transaction<unknown>(schema);
      for (const event of events) {
        await writeEffect(effects, name, event);
        await onEvent(event);
      }
    },
  };
}

/** Undoes what earlier tests of the file left. */
export async function emptyOutbox(db: Kysely<unknown>): Promise<void> {
  const tables = ['outbox', 'outbox_delivery', 'outbox_consumer', 'effect'].map((table) => sql.id(schema, table));
  await sql`truncate ${sql.join(tables)}`.execute(db);
}

export async function createEffectTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists ${sql.id(schema, 'effect')} (
      position bigint generated always as identity, consumer text, aggregate_id uuid, version int
    )`.execute(db);
}

export async function writeEffect(effects: Transaction<unknown>, consumer: string, event: OutboxEvent): Promise<void> {
  await sql`
    insert into ${sql.id(schema, 'effect')} (consumer, aggregate_id, version)
    values (${consumer}, ${event.aggregateId}, ${event.version})`.execute(effects);
}

/** Versions of an aggregate in the order in which a consumer's effects happened. */
export async function effectsOn(db: Kysely<unknown>, consumer: string, aggregateId: string): Promise<number[]> {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.id(schema, 'effect')}
    where consumer = ${consumer} and aggregate_id = ${aggregateId} order by position`.execute(db);
  return rows.map(({ version }) => version);
}

/** As {@link effectsOn}, once there are `count`. */
export function awaitEffects(
  db: Kysely<unknown>,
  consumer: string,
  aggregateId: string,
  count: number,
): Promise<number[]> {
  return eventually(
    () => effectsOn(db, consumer, aggregateId),
    ({ length }) => length >= count,
  );
}

/** Asks until the answer is the wanted one; gives back the last answer for the assertion to judge. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  millis = 10_000,
): Promise<T> {
  for (const until = performance.now() + millis; ; await sleep(20)) {
    const answer = await ask();
    if (wanted(answer) || performance.now() > until) return answer;
  }
}
