import type { Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { joinDatabase } from '../database/open.ts';
import { runSeed, seedHelp } from '../seed/main.ts';

export const seed: Command = {
  summary: 'Fill the database with made-up data.',
  help: seedHelp,

  async run(args, env) {
    const database = await joinDatabase(readConfig(env), 'seed', console.error);
    try {
      await migrateDatabase(database.connectionString, () => undefined);
      await runSeed([...args, '--database-url', database.connectionString], env);
    } finally {
      await database.close();
    }
  },
};
