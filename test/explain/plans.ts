import type { Client } from 'pg';

/** Tables that hold millions of rows, with their partitions: reading one from end to end is never right. */
const large =
  /^(appointment|medical_record|account|slot_allocation|message|message_receipt|conversation)(_y\d{4}m\d{2})?$/;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Says which large tables PostgreSQL would read from end to end to answer a statement. */
export type FindScans = (sql: string) => Promise<string[]>;

/**
 * A partition without a row costs nothing to read, and PostgreSQL does: those of months to come are passed over.
 *
 * @param client of a database that has just been analysed
 */
export async function scanFinder(client: Client): Promise<FindScans> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relispartition and relkind = 'r' and reltuples = 0`,
  );
  const empty = new Set(rows.map(({ name }) => name));
  const isScanned = (table: string | undefined): table is string =>
    table !== undefined && large.test(table) && !empty.has(table);

  const scansIn = (plan: Plan): string[] => {
    const table = plan['Relation Name'];
    const own = plan['Node Type'] === 'Seq Scan' && isScanned(table) ? [table] : [];
    return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
  };

  // Planned without the values of its placeholders, as a prepared statement is after a while.
  return async (sql) => {
    const plans = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (generic_plan, format json) ${sql}`);
    return plans.rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: root }) => scansIn(root)));
  };
}
