import type { Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { joinDatabase } from '../database/open.ts';
import { runSeed } from '../seed-command.ts';

export const seed: Command = {
  summary: 'Fill the database with made-up data.',
  help: `Usage: consulta seed [--scale demo|dev|large]

  demo   a few clinics and the demo accounts; seconds
  dev    20 thousand patients, 200 thousand appointments
  large  500 thousand patients, 10 thousand doctors, a year of 18 million appointments`,

  async run(args, env) {
    const database = await joinDatabase(readConfig(env), 'seed', console.error);
    try {
      await migrateDatabase(database.connectionString, () => undefined);
      await runSeed([...args, '--database-url', database.connectionString]);
    } finally {
      await database.close();
    }
  },
};
