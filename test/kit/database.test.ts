import { expect, inject, test } from 'vitest';
import { onServer } from './admin.ts';
import { createTestDatabase } from './database.ts';

test('what one test database holds is not in another', async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();
  await onServer(first.connectionString, (client) => client.query('create table only_here ()'));

  const { rows } = await onServer(second.connectionString, (client) =>
    client.query<{ found: boolean }>(`select to_regclass('only_here') is not null as found`),
  );

  expect(rows).toEqual([{ found: false }]);
});

test('a dropped test database leaves nothing behind', async () => {
  const database = await createTestDatabase();
  await database.drop();
  const name = new URL(database.connectionString).pathname.slice(1);

  const { rows } = await onServer(inject('adminUrl'), (client) =>
    client.query('select from pg_database where datname = $1', [name]),
  );

  expect(rows).toHaveLength(0);
});
