import { oneConnection } from '@consulta/migrations/one-connection';
import { ensurePartitions } from '@consulta/migrations/partitions';
import pg from 'pg';
import { Fault } from '../fault.ts';
import { day } from './calendar.ts';
import { createCopyWriter } from './copy.ts';
import { places } from './places.ts';
import { createProgress, type SeedProgress } from './progress.ts';
import { createRandom } from './random.ts';
import { type Scale, type ScaleName, scales } from './scale.ts';
import { sow } from './sow.ts';
import { gatherStatistics } from './statistics.ts';

export interface SeedOptions {
  readonly scale: ScaleName | Scale;
  /** Gives the demo accounts their well-known password: for development only. Default false. */
  readonly demoPasswords?: boolean;
  /** The instant that divides past from future visits. Default: now. */
  readonly now?: Date;
  readonly onProgress?: (progress: SeedProgress) => void;
}

const advisoryLock = '7236498120934873';
const chosenSeed = 20_261_124;

/**
 * Fills a migrated, empty database: all of it or, where anything fails, nothing. The same scale and instant give the
 * same rows everywhere, salts of passwords apart.
 *
 * @throws {Fault} where the database holds data already
 */
export async function seed(connectionString: string, options: SeedOptions): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'consulta-seed', keepAlive: true });
  // A connection that breaks also fails the statement under way, which is where it is reported.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    if (!(await isEmpty(client))) throw new Fault('the database holds data already: nothing was seeded');
    await fill(client, options);
  } finally {
    await client.end();
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`
    select not exists (select from identity.account)
       and not exists (select from patients.patient)
       and not exists (select from providers.clinic) as empty`);
  return rows[0]?.empty === true;
}

async function fill(client: pg.Client, options: SeedOptions): Promise<void> {
  const { now = new Date(), demoPasswords = false, onProgress = () => undefined } = options;
  const scale: Scale = typeof options.scale === 'string' ? scales[options.scale] : options.scale;
  const progress = createProgress(scale, onProgress);

  const firstDay = new Date(now.getTime() - (scale.daysBack + 1) * day);
  await ensurePartitions(oneConnection(client), { from: firstDay.toISOString().slice(0, 7) });

  for (const { faker } of places) faker.seed(chosenSeed);
  const sowing = {
    writer: createCopyWriter(client),
    random: createRandom(chosenSeed),
    now,
    openedAt: new Date(now.getTime() - (scale.daysBack + 60) * day),
  };
  await client.query('begin');
  await sow(client, sowing, { scale, demoPasswords, progress });
  await client.query('commit');

  await gatherStatistics(client, (fraction) => progress.at('statistics', fraction));
}
