import { countCareRelationships } from '@consulta/appointments/care-relationship/queries';
import { careRelationshipSnapshot } from '@consulta/appointments/care-relationship/snapshot';
import { directoryConsumer } from '@consulta/appointments/directory/consumer';
import { rebuildDirectory } from '@consulta/appointments/directory/rebuild';
import type { Database as Appointments } from '@consulta/appointments/generated/database';
import { careRelationshipConsumer as patientsCare } from '@consulta/patients/care-relationship/consumer';
import { rebuildCareRelationships as rebuildPatientsCare } from '@consulta/patients/care-relationship/rebuild';
import type { Database as Patients } from '@consulta/patients/generated/database';
import { poolConfig } from '@consulta/platform/config/pool-config';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { rebuildReadModel } from '@consulta/platform/outbox/rebuild';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool, type Pool } from '@consulta/platform/postgres/pool';
import { countSnapshots, snapshots } from '@consulta/providers/snapshots';
import { careRelationshipConsumer as recordsCare } from '@consulta/records/care-relationship/consumer';
import { rebuildCareRelationships as rebuildRecordsCare } from '@consulta/records/care-relationship/rebuild';
import type { Database as Records } from '@consulta/records/generated/database';
import { Presets, SingleBar } from 'cli-progress';
import type { Kysely } from 'kysely';
import { type Command, operands } from '../command.ts';
import { readConfig } from '../config.ts';
import { joinDatabase } from '../database/open.ts';
import { Fault } from '../fault.ts';

interface ReadModel {
  /** How many rows a rebuild writes, for its progress bar. */
  readonly size: (pool: Pool) => Promise<number>;
  /** @param wrote told the number of rows after each portion */
  readonly refill: (pool: Pool, wrote: (rows: number) => void) => Promise<unknown>;
}

const readModels: Readonly<Record<string, ReadModel>> = {
  [directoryConsumer.name]: {
    size: countSnapshots,
    refill: (pool, wrote) => rebuildDirectory(createKysely<Appointments>(pool, 'appointments'), snapshots(pool), wrote),
  },
  [patientsCare.name]: {
    size: countRelationships,
    refill: (pool, wrote) =>
      rebuildReadModel(createKysely<unknown>(pool, 'patients'), patientsCare, ({ transaction }) =>
        rebuildPatientsCare(
          transaction<Patients>('patients'),
          relationships(transaction<Appointments>('appointments'), wrote),
        ),
      ),
  },
  [recordsCare.name]: {
    size: countRelationships,
    refill: (pool, wrote) =>
      rebuildReadModel(createKysely<unknown>(pool, 'records'), recordsCare, ({ transaction }) =>
        rebuildRecordsCare(
          transaction<Records>('records'),
          relationships(transaction<Appointments>('appointments'), wrote),
        ),
      ),
  },
};

export const rebuild: Command = {
  summary: 'Fill read models anew from the tables of their owners.',
  help: `Usage: consulta rebuild [READ-MODEL …]

${Object.keys(readModels)
  .map((name) => `  ${name}`)
  .join('\n')}

Without a name, all of them. Safe while the service runs: readers see the old state until the new one is
complete, and changes made meanwhile follow.`,

  async run(args, env) {
    const wanted = chosen(operands(args));
    const config = readConfig(env);
    const database = await joinDatabase(config, 'rebuild', console.error);
    const settings = { ...config, DATABASE_URL: database.connectionString, POOL_MIN: 0 };
    const logger = createLogger({ level: config.LOG_LEVEL });
    const pool = createPool(poolConfig(settings, 'consulta rebuild'), { logger, metrics: createMetrics() });
    try {
      for (const [name, model] of wanted)
        await withBar(name, await model.size(pool), (wrote) => model.refill(pool, wrote));
    } finally {
      await pool.end();
      await database.close();
    }
  },
};

function chosen(names: readonly string[]): [string, ReadModel][] {
  const unknown = names.find((name) => !Object.hasOwn(readModels, name));
  if (unknown !== undefined) throw new Fault(`there is no read model "${unknown}": see consulta rebuild --help`);
  return Object.entries(readModels).filter(([name]) => names.length === 0 || names.includes(name));
}

function countRelationships(pool: Pool): Promise<number> {
  return countCareRelationships(createKysely<Appointments>(pool, 'appointments'));
}

async function* relationships(appointments: Kysely<Appointments>, wrote: (rows: number) => void) {
  for await (const portion of careRelationshipSnapshot(appointments)) {
    yield portion;
    wrote(portion.length);
  }
}

async function withBar(name: string, total: number, work: (wrote: (rows: number) => void) => Promise<unknown>) {
  const format = `${name} {bar} {value} of {total} · {eta_formatted} left`;
  const bar = new SingleBar({ format, hideCursor: true, noTTYOutput: true, notTTYSchedule: 5_000 }, Presets.rect);
  bar.start(total, 0);
  try {
    await work((rows) => bar.increment(rows));
  } finally {
    bar.stop();
  }
}
