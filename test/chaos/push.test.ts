import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { generateSecrets } from '@consulta/cli/secrets';
import { seed } from '@consulta/cli/seed/seed';
import type { StackOptions } from '@consulta/cli/stack';
import { expect, inject, test } from 'vitest';
import { openAppointmentChanges } from '../kit/appointment-changes.ts';
import { createTestDatabase } from '../kit/database.ts';
import { pushAcrossKills, type Victim } from '../kit/push-across-kills.ts';
import { signInAt } from '../kit/sign-in.ts';

const redisUrl = inject('redisUrl');
const buses = [
  { bus: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/15', redisUrl).href },
  { bus: 'PostgreSQL', available: true, url: undefined },
];
const [followers, changeCount] = [18, 300];
const scale = { clinics: 2, doctors: 8, patients: 60, appointments: 300, daysBack: 2, daysAhead: 20 };
const file = fileURLToPath(new URL('./gateway-process.ts', import.meta.url));

async function startGateway(options: Omit<StackOptions, 'logger'>): Promise<Victim> {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exit = once(child, 'exit');
  child.send(options);
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

for (const { bus, available, url } of buses) {
  test.skipIf(!available)(
    `followers of patients, doctors and boards miss nothing, get nothing twice and all in order, while gateways are killed with -9 (${bus})`,
    async () => {
      await using database = await createTestDatabase();
      const { connectionString } = database;
      await seed(connectionString, { scale, demoPasswords: true });
      await using changes = openAppointmentChanges(connectionString);
      const options: Omit<StackOptions, 'logger'> = {
        pool: {
          connectionString,
          applicationName: 'consulta test',
          max: 10,
          min: 0,
          connectionTimeoutMillis: 30_000,
          idleTimeoutMillis: 10_000,
          maxLifetimeSeconds: 600,
          leakAfterMillis: 10_000,
        },
        redisUrl: url,
        host: '127.0.0.1',
        port: 0,
        secrets: generateSecrets(),
        development: false,
      };
      const report = await pushAcrossKills({
        changes,
        start: () => startGateway(options),
        signIn: (url) => signInAt(url, 'admin@demo.local'),
        followers,
        changeCount,
        appointments: await changes.watchable(30),
      });
      expect(report).toMatchObject({ followers, missing: 0, twice: 0, outOfOrder: 0, refusals: [] });
      expect(report.updates).toBeGreaterThan(changeCount);
      expect(report.reconnections).toBeGreaterThan(0);
    },
    200_000,
  );
}
