import type { Client } from 'pg';

/** Tables that hold millions of rows: reading one from end to end is never right. */
const large = /^(appointment|medical_record|account|slot_allocation)(_y\d{4}m\d{2})?$/;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/**
 * Large tables that PostgreSQL would read from end to end to answer a statement.
 *
 * @param sql with placeholders; planned without their values (`GENERIC_PLAN`), as a prepared statement is
 */
export async function sequentialScans(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (generic_plan, format json) ${sql}`);
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: root }) => scansIn(root)));
}

function scansIn(plan: Plan): string[] {
  const table = plan['Relation Name'];
  const own = plan['Node Type'] === 'Seq Scan' && table !== undefined && large.test(table) ? [table] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
}
