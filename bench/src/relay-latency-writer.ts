import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@consulta/platform/logger';
import { newEvent, openOutbox, schema } from '@consulta/platform/outbox/fixture';
import { createPoke } from '@consulta/platform/outbox/poke';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';

// Commits events at a steady rate in a process without a relay: `node relay-latency-writer.ts <database> <rate> <count>`.
// Sends the instant of each commit's answer, by aggregate, to its parent.
const [connectionString = '', rate = '', count = ''] = process.argv.slice(2);
const { db, pool } = openOutbox(connectionString);
const poke = createPoke({ pool, schema, logger: createLogger({ level: 'silent' }) });
const unitOfWork = createUnitOfWork({ db, schema, poke });

const answered: (readonly [string, number])[] = [];
const commit = async (): Promise<void> => {
  const aggregateId = randomUUID();
  await unitOfWork.run(async (_transaction, emit) => emit(newEvent({ aggregateId })));
  answered.push([aggregateId, performance.timeOrigin + performance.now()]);
};

const commits: Promise<void>[] = [];
const began = performance.now();
for (let number = 0; number < Number(count); number += 1) {
  await sleep(Math.max(0, began + (number * 1000) / Number(rate) - performance.now()));
  commits.push(commit());
}
await Promise.all(commits);
// The last poke is sent after the last answer.
await sleep(100);
process.send?.(answered, () => process.exit(0));
