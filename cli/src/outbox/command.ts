import { poolConfig } from '@consulta/platform/config/pool-config';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createPool } from '@consulta/platform/postgres/pool';
import type { Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { joinDatabase } from '../database/open.ts';
import { outboxUsage, runOutboxCommand } from './run.ts';

export const outbox: Command = {
  summary: 'See what waits for delivery, and settle what was set aside.',
  help: outboxUsage,

  async run(args, env) {
    const config = readConfig(env);
    const database = await joinDatabase(config, 'outbox', console.error);
    const { connectionString } = database;
    const settings = poolConfig({ ...config, DATABASE_URL: connectionString, POOL_MIN: 0 }, 'consulta outbox');
    const pool = createPool(settings, { logger: createLogger({ level: config.LOG_LEVEL }), metrics: createMetrics() });
    try {
      console.log(await runOutboxCommand(args, pool));
    } finally {
      await pool.end();
      await database.close();
    }
  },
};
