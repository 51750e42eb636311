import { setTimeout as sleep } from 'node:timers/promises';
import { createCaches } from '@consulta/platform/cache/create-caches';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';

// A process that begins a fill and never ends it, to be killed: `node cache-process.ts <redis> <id> <database>`. Says
// 'filling' over IPC once it holds the lock.
const [redisUrl, id = '', connectionString = ''] = process.argv.slice(2);
const logger = createLogger({ level: 'silent' });
const caches = createCaches({
  cache: 'on',
  redisUrl,
  connectionString,
  answerMillis: 2_000,
  logger,
  metrics: createMetrics(),
});
const cache = caches.define<number>({ name: 'held', version: 1, ttlSeconds: 60 });
// Until it is connected and what is kept may be trusted, nothing is locked.
for (let kept = false; !kept; await sleep(10)) {
  kept = true;
  await cache.getMany([`other than ${id}`], async () => {
    kept = false;
    return new Map();
  });
}
await cache.getMany([id], async () => {
  process.send?.('filling');
  return await new Promise<never>(() => undefined);
});
