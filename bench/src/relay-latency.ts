import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@consulta/cli/postgres/server';
import { migrateAll } from '@consulta/migrations/migrate';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import {
  createEffectTable,
  eventually,
  newConsumer,
  newEvent,
  type Outbox,
  openOutbox,
  schema,
} from '@consulta/platform/outbox/fixture';

// Time from a commit in one process to the consumer in another, woken by NOTIFY; and how fast a backlog drains.
// Run: `node bench/src/relay-latency.ts`

const dataDir = await mkdtemp(join(tmpdir(), 'consulta-bench-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir, durable: true });
try {
  const connectionString = postgres.url('postgres');
  await migrateAll(connectionString);
  await using outbox = openOutbox(connectionString);
  await createEffectTable(outbox.db);
  for (const rate of [20, 100, 300]) await latency(outbox, connectionString, rate);
  await throughput(outbox);
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function latency(outbox: Outbox, connectionString: string, rate: number): Promise<void> {
  const arrived = new Map<string, number>();
  const table = newConsumer('table');
  const consumer: Consumer = {
    ...table,
    async deliver(events, delivery) {
      const now = performance.timeOrigin + performance.now();
      for (const { aggregateId } of events) arrived.set(aggregateId, now);
      await table.deliver(events, delivery);
    },
  };
  const relay = await outbox.startRelay([consumer], { pollMillis: 1_000 });
  const count = rate * 15;
  const writer = join(import.meta.dirname, 'relay-latency-writer.ts');
  const child = spawn(process.execPath, [writer, connectionString, String(rate), String(count)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [committed]: [(readonly [string, number])[]] = await once(child, 'message').then(([message]) => [message]);
  await eventually(
    async () => arrived.size,
    (size) => size === count,
  );
  await relay.stop();

  const millis = committed.map(([id, at]) => (arrived.get(id) ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
  const quantile = (q: number) => (millis[Math.ceil(q * millis.length) - 1] ?? Number.NaN).toFixed(1);
  print(
    `commit to consumer, ${rate} commits/s: p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, max ${quantile(1)} ms`,
  );
}

async function throughput(outbox: Outbox): Promise<void> {
  const [aggregates, versions] = [2_000, 10];
  for (let aggregate = 0; aggregate < aggregates; aggregate += 1) {
    const { aggregateId } = newEvent();
    await outbox.unitOfWork.run(async (_transaction, emit) => {
      for (let version = 1; version <= versions; version += 1) emit(newEvent({ aggregateId, version }));
    });
  }
  const began = performance.now();
  let events = 0;
  const taken: Consumer = {
    name: 'table',
    source: schema,
    eventTypes: ['*'],
    async deliver({ length }) {
      events += length;
    },
  };
  await outbox.startRelay([taken]);
  await eventually(
    async () => events,
    (count) => count >= aggregates * versions,
    120_000,
  );
  const seconds = (performance.now() - began) / 1000;
  print(
    `backlog of ${events} events of ${aggregates} aggregates: ${Math.round(events / seconds)} events/s by one relay`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
