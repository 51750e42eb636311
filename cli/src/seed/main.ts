import { createInterface } from 'node:readline/promises';
import { type Environment, options } from '../command.ts';
import { readConfig } from '../config.ts';
import { Fault } from '../fault.ts';
import { createProgressBar } from './progress-bar.ts';
import { resetDatabase } from './reset.ts';
import { type ScaleName, scales } from './scale.ts';
import { seed } from './seed.ts';

/** What `seed --help` shows. */
export const seedHelp = `Usage: consulta seed [--scale demo|dev|large] [--reset [--yes]]

  --scale demo   8 clinics, 40 doctors, 200 patients; a second (default)
  --scale dev    200 doctors, 20 thousand patients, 200 thousand appointments over two years; half a minute
  --scale large  10 thousand doctors, 500 thousand patients, a year of 18 million appointments; half an hour and 40 GB
  --reset        erase everything first; asks before it does
  --yes          do not ask

A database that holds data is left alone unless --reset is given. Outside of production, the demo accounts get their
password.`;

/**
 * The seed command.
 *
 * @param args may hold `--database-url`, which comes before `DATABASE_URL`
 */
export async function runSeed(args: string[], env: Environment = process.env): Promise<void> {
  const given = options(args, {
    scale: { type: 'string', default: 'demo' },
    reset: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    'database-url': { type: 'string' },
  });
  if (given.help) {
    console.log(seedHelp);
    return;
  }
  const config = readConfig(env);
  const connectionString = given['database-url'] ?? config.DATABASE_URL;
  if (connectionString === undefined) throw new Fault('there is no database: set DATABASE_URL');
  const scale = scaleOf(given.scale);

  if (given.reset) {
    await confirmReset(given.yes);
    await resetDatabase(connectionString);
  }
  const bar = createProgressBar();
  try {
    await seed(connectionString, {
      scale,
      demoPasswords: config.NODE_ENV !== 'production',
      onProgress: (progress) => bar.show(progress),
    });
  } finally {
    bar.end();
  }
  const { clinics, doctors, patients, appointments } = scales[scale];
  const counts = Object.entries({ clinics, doctors, patients, appointments });
  console.log(`Seeded: ${counts.map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ')}.`);
}

function scaleOf(name: string): ScaleName {
  if (Object.hasOwn(scales, name)) return name as ScaleName;
  throw new Fault(`--scale is one of ${Object.keys(scales).join(', ')}, not ${JSON.stringify(name)}`);
}

async function confirmReset(yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Fault('--reset erases all data: say --yes too');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question('This erases all data of the database. Type "yes" to go on: ');
    if (answer.trim().toLowerCase() !== 'yes') throw new Fault('nothing was erased');
  } finally {
    terminal.close();
  }
}
