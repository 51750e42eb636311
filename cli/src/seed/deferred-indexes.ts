import type { Client } from 'pg';

/** Takes the indexes off the monthly tables, which large seeds fill, and puts them back. */
export interface DeferredIndexes {
  rebuild(onIndex: (fraction: number) => void): Promise<void>;
}

/**
 * Building an index by sorting is several times faster than feeding it row by row once it has outgrown memory. Part of
 * the caller's transaction, so a seed that fails leaves every index as it was. Primary keys stay.
 */
export async function deferIndexes(client: Client): Promise<DeferredIndexes> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select format('%I.%I', nspname, index.relname) as name,
           replace(pg_get_indexdef(index.oid), ' ON ONLY ', ' ON ') as definition
    from pg_index
    join pg_class index on index.oid = indexrelid
    join pg_namespace on pg_namespace.oid = index.relnamespace
    where index.relkind = 'I' and not index.relispartition and not indisprimary
      and nspname in ('appointments', 'records')
    order by 1`);
  for (const { name } of rows) await client.query(`drop index ${name}`);

  return {
    async rebuild(onIndex) {
      await client.query(`set local maintenance_work_mem = '256MB'`);
      for (const [index, { definition }] of rows.entries()) {
        await client.query(definition);
        onIndex((index + 1) / rows.length);
      }
    },
  };
}
