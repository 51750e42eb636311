import { relative } from 'node:path';
import { streamOptions } from '@consulta/gateway/config';
import { poolConfig } from '@consulta/platform/config/pool-config';
import { createLogger } from '@consulta/platform/logger';
import { Listr, ListrLogger, type ListrTask, PRESET_TIMER } from 'listr2';
import { banner } from '../banner.ts';
import { type Command, options } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { isEmpty, migrateDatabase } from '../database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../database/open.ts';
import type { Fault } from '../fault.ts';
import { assertPortFree } from '../free-port.ts';
import { listenForShutdown, type Shutdown } from '../process/shutdown.ts';
import { openSecrets } from '../secrets.ts';
import { seed } from '../seed/seed.ts';
import { type Stack, startStack } from '../stack.ts';

interface Started {
  database: OpenDatabase;
  stack: Stack;
}

export const start: Command = {
  summary: 'Start everything: PostgreSQL, the four subgraphs, the gateway and the outbox relay.',
  help: `Usage: consulta start

Stays in the foreground; Ctrl-C ends it in order, a second Ctrl-C at once. The environment:

  PORT, HOST    where the graph is served; default 4000 on 127.0.0.1
  DATABASE_URL  a PostgreSQL 18 to use instead of the embedded one
  REDIS_URL     shares events and caches through Redis rather than PostgreSQL and memory
  CACHE         off keeps nothing, to measure what caches are worth
  DATA_DIR      where the embedded PostgreSQL and the keys lie; default .data`,

  async run(args, env) {
    options(args, {});
    const config = readConfig(env);
    const shutdown = listenForShutdown();
    let lost: Fault | undefined;
    try {
      const started = await new Listr<Partial<Started>>(steps(config, shutdown), {
        // What went wrong is told once, on standard error, by the caller.
        rendererOptions: { showErrorMessage: false, timer: PRESET_TIMER },
        fallbackRenderer: 'simple',
        fallbackRendererOptions: { logger: new ListrLogger({ useIcons: true }), timer: PRESET_TIMER },
        registerSignalListeners: false,
      }).run({});
      if (isComplete(started)) {
        console.log(banner(started.stack.url, config.NODE_ENV));
        lost = (await Promise.race([shutdown.requested, started.database.lost])) ?? undefined;
      }
    } finally {
      await shutdown.run();
    }
    if (lost) throw lost;
  },
};

function steps(config: Config, shutdown: Shutdown): ListrTask<Partial<Started>>[] {
  const where = config.DATABASE_URL === undefined ? `embedded, in ${nearby(config.DATA_DIR)}` : 'from DATABASE_URL';
  const all: ListrTask<Partial<Started>>[] = [
    {
      title: `PostgreSQL ${where}`,
      rendererOptions: { persistentOutput: true },
      async task(started, task) {
        await assertPortFree(config.HOST, config.PORT);
        const database = await openDatabase(config, 'start', (line) => {
          task.output = line;
        });
        shutdown.opened({ name: 'stop PostgreSQL', run: () => database.close() });
        started.database = database;
      },
    },
    {
      title: 'Migrations',
      async task(started, task) {
        await migrateDatabase(opened(started.database).connectionString, (line) => {
          task.output = line;
        });
      },
    },
    {
      title: 'Demo data',
      async task(started, task) {
        const { connectionString } = opened(started.database);
        if (config.NODE_ENV === 'production') {
          task.title = 'Demo data: none in production';
          return;
        }
        if (!(await isEmpty(connectionString))) {
          task.title = 'Demo data: kept what is there';
          return;
        }
        let told = '';
        await seed(connectionString, {
          scale: 'demo',
          demoPasswords: true,
          onProgress({ phase, done, total }) {
            const line = process.stdout.isTTY ? `${phase}, ${Math.floor((done / total) * 100)} %` : phase;
            if (line !== told) task.output = line;
            told = line;
          },
        });
      },
    },
    {
      title: 'Gateway, subgraphs and relay',
      async task(started) {
        const stack = await startStack({
          pool: poolConfig({ ...config, DATABASE_URL: opened(started.database).connectionString }, 'consulta'),
          development: config.NODE_ENV === 'development',
          logger: createLogger({ level: config.LOG_LEVEL }),
          redisUrl: config.REDIS_URL,
          cache: config.CACHE,
          host: config.HOST,
          port: config.PORT,
          appointments: config,
          offerMinutes: config.WAITLIST_OFFER_MINUTES,
          realtime: streamOptions(config),
          secrets: await openSecrets(config.DATA_DIR),
        });
        shutdown.opened({ name: 'stop the graph', run: () => stack.close() });
        started.stack = stack;
      },
    },
  ];
  // Ctrl-C during a step takes effect after it: nothing is left half open.
  return all.map((step) => ({ ...step, skip: () => shutdown.isRequested() }));
}

/** As a person here would type it. */
function nearby(path: string): string {
  const fromHere = relative('', path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a step ran before the one it needs');
  return value;
}

function isComplete(started: Partial<Started>): started is Started {
  return started.database !== undefined && started.stack !== undefined;
}
