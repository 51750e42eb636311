import { type Command, options } from '../command.ts';
import { readConfig } from '../config.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { joinDatabase } from '../database/open.ts';

export const migrate: Command = {
  summary: 'Bring the database to the newest version and make the partitions ahead.',
  help: `Usage: consulta migrate

Safe to run at any time and from several processes at once: they take turns.
Uses DATABASE_URL, or the embedded PostgreSQL in DATA_DIR.`,

  async run(args, env) {
    options(args, {});
    const database = await joinDatabase(readConfig(env), 'migrate', console.error);
    try {
      await migrateDatabase(database.connectionString, console.log);
    } finally {
      await database.close();
    }
    console.log('The database is up to date.');
  },
};
