import { randomUUID } from 'node:crypto';
import type { Database as Patients } from '@consulta/patients/generated/database';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool, type Pool } from '@consulta/platform/postgres/pool';
import { testPoolConfig } from '@consulta/platform/postgres/pool.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { seed } from '../seed/seed.ts';
import { rebuild } from './rebuild.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.connectionString, { scale: 'demo' });
  const runtime = { logger: createLogger({ level: 'silent' }), metrics: createMetrics() };
  pool = createPool(testPoolConfig(database.connectionString), runtime);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const run = (...args: string[]) => rebuild.run(args, { DATABASE_URL: database.connectionString });

test('a damaged read model is filled anew from its owner’s tables', async () => {
  const patients = createKysely<Patients>(pool, 'patients');
  const care = () =>
    patients
      .selectFrom('care_relationship')
      .select(['doctor_id', 'patient_id', 'clinic_id', 'appointments'])
      .orderBy('doctor_id')
      .orderBy('patient_id')
      .orderBy('clinic_id')
      .execute();
  const intact = await care();
  expect(intact.length).toBeGreaterThan(100);
  await patients
    .deleteFrom('care_relationship')
    .where('doctor_id', '=', intact[0]?.doctor_id ?? '')
    .execute();
  await patients.updateTable('care_relationship').set({ appointments: 99 }).execute();
  const stranger = { doctor_id: randomUUID(), patient_id: randomUUID(), clinic_id: randomUUID() };
  await patients
    .insertInto('care_relationship')
    .values({ ...stranger, appointments: 1, first_at: new Date() })
    .execute();

  await run('patients.care-relationship');
  expect(await care()).toEqual(intact);
});

test('all read models are rebuilt where none is named, as often as one likes', async () => {
  await run();
  await expect(run()).resolves.toBeUndefined();
});

test('an unknown read model is a clear fault', async () => {
  await expect(run('nonsense')).rejects.toThrow('there is no read model "nonsense"');
});
