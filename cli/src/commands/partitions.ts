import { type Command, options } from '../command.ts';
import { readConfig } from '../config.ts';
import { makePartitions } from '../database/migrate.ts';
import { joinDatabase } from '../database/open.ts';
import { Fault } from '../fault.ts';

export const partitions: Command = {
  summary: 'Make the monthly partitions of appointments and records that are missing.',
  help: `Usage: consulta partitions [--from YYYY-MM] [--months-ahead N]

  --from          the earliest month; default: the month before this one
  --months-ahead  how many months after this one; default: 12

Safe to run at any time: what exists is left alone. Run it at least monthly.`,

  async run(args, env) {
    const { from, 'months-ahead': ahead = '12' } = options(args, {
      from: { type: 'string' },
      'months-ahead': { type: 'string' },
    });
    if (from !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(from))
      throw new Fault('--from must be a month as YYYY-MM');
    if (!/^\d{1,3}$/.test(ahead)) throw new Fault('--months-ahead must be a number from 0 to 999');
    const database = await joinDatabase(readConfig(env), 'partitions', console.error);
    try {
      const range = { ...(from && { from }), monthsAhead: Number(ahead) };
      const made = await makePartitions(database.connectionString, range);
      for (const name of made) console.log(name);
      console.log(made.length === 0 ? 'No partition was missing.' : `Made ${made.length} partitions.`);
    } finally {
      await database.close();
    }
  },
};
