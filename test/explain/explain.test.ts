import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { sequentialScans } from './plans.ts';
import { readOperations } from './read-operations.ts';
import { findSamples } from './samples.ts';

const api = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8');

/** Rows enough that reading a month's partition from end to end costs more than its index. */
const enoughToChoose = { clinics: 8, doctors: 60, patients: 3_000, appointments: 40_000, daysBack: 400, daysAhead: 45 };

let stack: TestStack;
let client: pg.Client;
beforeAll(async () => {
  stack = await startTestStack({ scale: enoughToChoose });
  client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
  await client.query('analyze');
}, 240_000);
afterAll(async () => {
  await client.end();
  await stack.stop();
});

test('no statement that a reader can cause scans a large table from end to end', async () => {
  const operations = readOperations(buildSchema(api), await findSamples(client));
  const statements = new Map<string, string>();
  for (const email of ['admin@demo.local', 'staff@demo.local', 'doctor@demo.local', 'patient@demo.local'] as const) {
    const query = await stack.signIn(email);
    for (const operation of operations) {
      const answer = await query(operation);
      const unexpected = answer.errors?.filter(({ extensions }) => extensions.code !== 'FORBIDDEN') ?? [];
      expect(unexpected, operation).toEqual([]);
      for (const { sql } of answer.extensions?.sql?.texts ?? []) statements.set(sql, operation);
    }
  }
  const scans: string[] = [];
  for (const [sql, operation] of statements) {
    for (const table of await sequentialScans(client, sql)) scans.push(`${table}: ${sql}\n  sent by ${operation}`);
  }
  process.stdout.write(`\n${operations.length} operations sent ${statements.size} distinct statements\n`);
  expect(scans).toEqual([]);
}, 240_000);
