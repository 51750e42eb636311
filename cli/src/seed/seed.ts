import { oneConnection } from '@consulta/migrations/one-connection';
import { ensurePartitions } from '@consulta/migrations/partitions';
import pg from 'pg';
import { Fault } from '../fault.ts';
import { createAccounts, demoAccounts } from './accounts.ts';
import { day } from './calendar.ts';
import { sowClinics } from './clinics.ts';
import { createCopyWriter } from './copy.ts';
import { sowDoctors } from './doctors.ts';
import type { Doctor } from './model.ts';
import { createPanels, type Panels } from './panels.ts';
import { createPatientSower } from './patients.ts';
import { places } from './places.ts';
import { createRandom } from './random.ts';
import { fillReadModels } from './read-models.ts';
import { type Scale, type ScaleName, scales } from './scale.ts';
import { sowSpecializations } from './services.ts';
import type { Sowing } from './sowing.ts';
import { sowVisits } from './visits.ts';

export interface SeedOptions {
  readonly scale: ScaleName | Scale;
  /** Gives the accounts of `demoAccounts` their well-known password: for development only. Default false. */
  readonly demoPasswords?: boolean;
  /** The instant that divides past from future visits. Default: now. */
  readonly now?: Date;
  readonly onProgress?: (progress: SeedProgress) => void;
}

export interface SeedProgress {
  readonly phase: 'patients' | 'appointments' | 'read models' | 'statistics';
  /** Patients and appointments made, of how many. */
  readonly done: number;
  readonly total: number;
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
    if (!(await isEmpty(client))) throw new Fault('The database holds data already; nothing was seeded.');
    await sow(client, options);
  } finally {
    await client.end();
  }
}

/** True where nobody has written anything that seeding could collide with. */
export async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`
    select not exists (select from identity.account)
       and not exists (select from patients.patient)
       and not exists (select from providers.clinic) as empty`);
  return rows[0]?.empty === true;
}

async function sow(client: pg.Client, options: SeedOptions): Promise<void> {
  const { now = new Date(), demoPasswords = false, onProgress = () => undefined } = options;
  const scale = typeof options.scale === 'string' ? scales[options.scale] : options.scale;
  const total = scale.patients + scale.appointments;
  const report = (phase: SeedProgress['phase'], done: number) => onProgress({ phase, done, total });

  const firstDay = new Date(now.getTime() - (scale.daysBack + 1) * day);
  await ensurePartitions(oneConnection(client), { from: firstDay.toISOString().slice(0, 7) });

  await client.query('begin');
  const sowing: Sowing = {
    writer: createCopyWriter(client),
    random: createRandom(chosenSeed),
    now,
    openedAt: new Date(now.getTime() - (scale.daysBack + 60) * day),
  };
  for (const { faker } of places) faker.seed(chosenSeed);

  const accounts = await createAccounts(sowing.writer, { demo: demoPasswords });
  accounts.add({
    id: sowing.random.uuid(sowing.openedAt.getTime()),
    email: demoAccounts.ADMIN,
    role: 'ADMIN',
    name: 'Administrator',
    createdAt: sowing.openedAt,
  });
  const clinics = sowClinics(sowing, accounts, scale.clinics);
  const specializations = sowSpecializations(sowing);
  const doctors = sowDoctors(sowing, accounts, { clinics, specializations, count: scale.doctors });

  const panels = panelsByCity(doctors);
  const patients = createPatientSower(sowing, accounts, clinics);
  for (let number = 0; number < scale.patients; number += 1) {
    const { patient, clinic } = patients.sow(number);
    panels.get(clinic.place.city)?.enrol(patient);
    await sowing.writer.breathe();
    if (number % 100 === 0) report('patients', number);
  }

  const panelsOf = (doctor: Doctor) => panels.get(doctor.place.city) ?? createPanels([]);
  await sowVisits(sowing, { scale, doctors, panelsOf }, (made) => report('appointments', scale.patients + made));
  await sowing.writer.flush();
  report('read models', total);
  await fillReadModels(client);
  await client.query('commit');

  report('statistics', total);
  // Also marks pages as visible to all, without which no index alone can answer a query.
  await client.query('vacuum (analyze)');
}

/** Nobody has to travel: a patient's doctors are those of the patient's city. */
function panelsByCity(doctors: readonly Doctor[]): Map<string, Panels> {
  const byCity = Map.groupBy(doctors, ({ place }) => place.city);
  return new Map(
    [...byCity].map(([city, local]) => [
      city,
      createPanels(
        local,
        local.find((doctor) => doctor === doctors[0]),
      ),
    ]),
  );
}
