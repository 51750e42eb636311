import type { Client } from 'pg';

/**
 * Tells the planner what there is, and marks pages as visible to all, without which no index alone can answer a
 * query. One statement a table, so that the wait can be told.
 */
export async function gatherStatistics(client: Client, onTable: (fraction: number) => void): Promise<void> {
  // Partitions on their own, and then the tables that they make up, of which VACUUM has nothing to do.
  const { rows } = await client.query<{ statement: string }>(`
    select format('%s %I.%I', case relkind when 'r' then 'vacuum (analyze)' else 'analyze only' end, nspname, relname)
      as statement
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname in ('identity', 'patients', 'providers', 'appointments', 'records')
    order by relkind desc, nspname, relname`);
  for (const [index, { statement }] of rows.entries()) {
    await client.query(statement);
    onTable((index + 1) / rows.length);
  }
}
