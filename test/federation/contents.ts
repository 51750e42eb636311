import { onServer } from '../kit/admin.ts';
import type { TestDatabase } from '../kit/database.ts';

/** Every table with its number of rows and the newest transaction that wrote one: equal where nothing was written. */
export function contentsOf({ connectionString }: TestDatabase): Promise<Record<string, string>> {
  return onServer(connectionString, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')
        and not exists (select from pg_inherits where inhrelid = format('%I.%I', schemaname, tablename)::regclass)`);
    const counts = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(max(xmin::text::bigint), 0) as held from ${name}`,
    );
    const { rows } = await client.query<{ name: string; held: string }>(counts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
  });
}
