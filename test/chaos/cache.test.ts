import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { definition, newSource, openInstallation, untilKept } from '@consulta/platform/cache/fixture';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const redisUrl = inject('redisUrl');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test.runIf(redisUrl !== null)(
  'who waits for a process that was killed during its fill goes on without it',
  async () => {
    const { connectionString } = database;
    // A database of its own: there are as many words on freshness as there are files of tests.
    const url = new URL('/14', redisUrl ?? '').href;
    await using installation = openInstallation({ redisUrl: url, connectionString });
    await installation.startVouching();
    const processes = [installation.newProcess(), installation.newProcess()];
    const caches = processes.map(({ caches }) => caches.define(definition('held')));
    await Promise.all(caches.map((cache) => untilKept(cache, randomUUID())));
    const id = randomUUID();
    const source = newSource({ [id]: 7 });

    const file = fileURLToPath(new URL('./cache-process.ts', import.meta.url));
    const holder = spawn(process.execPath, [file, url, id, connectionString], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(holder, 'message');
    const waiting = caches.flatMap((cache) => Array.from({ length: 10 }, () => cache.getMany([id], source.fill)));
    holder.kill('SIGKILL');

    for (const values of await Promise.all(waiting)) expect(values.get(id)).toBe(7);
    expect(source.calls()).toBe(1);
  },
);
