import { createTestDatabase } from '@consulta/test/kit/database';
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { withClient } from '../postgres/client.ts';
import { deferIndexes } from './deferred-indexes.ts';

async function indexesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`
    select pg_get_indexdef(indexrelid) || case when indisvalid then '' else ' (invalid)' end as definition
    from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('appointments', 'records') order by 1`);
  return rows.map(({ definition }) => definition);
}

test('indexes that were put off are all back, on every partition', async () => {
  await using database = await createTestDatabase();
  await withClient(database.connectionString, async (client) => {
    const before = await indexesOf(client);
    await client.query('begin');
    const indexes = await deferIndexes(client);
    expect((await indexesOf(client)).length).toBeLessThan(before.length);

    await indexes.rebuild(() => undefined);
    await client.query('commit');

    expect(await indexesOf(client)).toEqual(before);
  });
});
