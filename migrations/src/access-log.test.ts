import { createTestDatabase } from '@consulta/test/kit/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;
let partition: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  const { rows } = await client.query<{ partition: string }>(
    `insert into records.access_log (account, role, patient_id, operation, request_id, outcome)
     values (uuidv7(), 'DOCTOR', uuidv7(), 'PatientRecords', 'a-request', 'granted')
     returning tableoid::regclass::text as partition`,
  );
  partition = rows[0]?.partition ?? '';
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const insufficientPrivilege = { code: '42501' };

test('what was logged is not changed', async () => {
  await expect(client.query(`update records.access_log set role = 'ADMIN'`)).rejects.toMatchObject(
    insufficientPrivilege,
  );
});

test('what was logged is not deleted', async () => {
  await expect(client.query('delete from records.access_log')).rejects.toMatchObject(insufficientPrivilege);
  await expect(client.query('truncate records.access_log')).rejects.toMatchObject(insufficientPrivilege);
});

test('a partition addressed directly is as closed as the whole', async () => {
  await expect(client.query(`update ${partition} set role = 'ADMIN'`)).rejects.toMatchObject(insufficientPrivilege);
  await expect(client.query(`delete from ${partition}`)).rejects.toMatchObject(insufficientPrivilege);
});
