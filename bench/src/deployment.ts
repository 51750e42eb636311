import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@consulta/cli/free-port';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@consulta/cli/postgres/server';
import type { Scale } from '@consulta/cli/seed/scale';
import { seed } from '@consulta/cli/seed/seed';
import { migrateAll } from '@consulta/migrations/migrate';
import { startRedis } from '@consulta/test/kit/redis';
import { environment } from './config.ts';

/** Several whole processes of the product over one PostgreSQL and one Redis, as a clinic group would run them. */
export interface Deployment extends AsyncDisposable {
  readonly connectionString: string;
  readonly redisUrl: string;
  /** Starts a process and waits until it is ready; returns where it answers. */
  start(settings?: Readonly<Record<string, string>>): Promise<string>;
  /** The process that answers there. */
  processAt(url: string): ChildProcess;
}

const command = join(import.meta.dirname, '..', '..', 'cli', 'src', 'main.js');

/** @param scale how much data there is; made anew */
export async function deploy(scale: Scale): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'consulta-bench-'));
  await chmod(folder, 0o711);
  const [postgres, redis] = await Promise.all([startPostgres(folder), startRedis()]);
  const processes = new Map<string, ChildProcess>();
  const stop = async () => {
    for (const child of processes.values()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await Promise.all([postgres.stop(), redis.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  const connectionString = postgres.url('postgres');
  if (redis.url === null) throw new Error('this benchmark needs a redis-server on the PATH, or REDIS_URL');
  const redisUrl = redis.url;
  try {
    print(`${scale.doctors} doctors, ${scale.clinics} clinics, ${scale.appointments} appointments …`);
    await migrateAll(connectionString);
    await seed(connectionString, { scale, demoPasswords: true });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connectionString,
    redisUrl,
    async start(settings = {}) {
      const port = await freePort();
      const child = spawn(process.execPath, ['--max-semi-space-size=64', command, 'start'], {
        env: {
          ...environment,
          DATABASE_URL: connectionString,
          REDIS_URL: redisUrl,
          DATA_DIR: folder,
          NODE_ENV: 'production',
          POOL_MAX: '20',
          PORT: String(port),
          ...settings,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const url = `http://127.0.0.1:${port}`;
      processes.set(url, child);
      while (!(await isReady(url))) {
        if (child.exitCode !== null) throw new Error(`a process ended with ${child.exitCode} instead of starting`);
        await sleep(50);
      }
      // The relay's first word that caches may be trusted.
      await sleep(2_000);
      return url;
    },
    processAt(url) {
      const child = processes.get(url);
      if (child === undefined) throw new Error(`no process was started at ${url}`);
      return child;
    },
    [Symbol.asyncDispose]: stop,
  };
}

function startPostgres(folder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true, maxConnections: 200 });
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** The sum of a Prometheus counter over processes, of the series whose labels hold all of `labels`. */
export async function counter(urls: readonly string[], name: string, labels: readonly string[] = []): Promise<number> {
  const texts = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
  const series = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return series
    .filter((line) => labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

export function quantile(millis: readonly number[], q: number): number {
  const sorted = millis.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(q * sorted.length) - 1, 0)] ?? Number.NaN;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
