import { type Kysely, sql } from 'kysely';
import { addMonths, currentMonth, firstInstant, type Month, monthsBetween, parseMonth } from './month.ts';

/** Tables cut into months. */
export const partitionedTables = [
  { schema: 'appointments', table: 'appointment' },
  { schema: 'records', table: 'medical_record' },
  { schema: 'records', table: 'access_log' },
] as const;

type PartitionedTable = (typeof partitionedTables)[number];

export interface PartitionRange {
  /** The earliest month, as `YYYY-MM`. Default: the month before the current one, in UTC. */
  readonly from?: string;
  /** Months made ahead of the current one. Default 12. */
  readonly monthsAhead?: number;
}

const advisoryLock = '7236498120934872';

/**
 * Makes the monthly partitions that are missing; those that exist are left alone, so running it often or from
 * several processes at once is harmless. An insert outside of every partition fails with SQLSTATE 23514 and "no
 * partition of relation … found for row": this was not run for that month.
 *
 * @returns names of the partitions it made, such as `appointments.appointment_y2026m11`
 */
export async function ensurePartitions(
  db: Kysely<unknown>,
  { from, monthsAhead = 12 }: PartitionRange = {},
): Promise<string[]> {
  const current = currentMonth();
  const first = from === undefined ? addMonths(current, -1) : parseMonth(from);
  const months = monthsBetween(first, addMonths(current, monthsAhead));

  const made: string[] = [];
  for (const table of partitionedTables) {
    const existing = await partitionsOf(db, table);
    for (const month of months) {
      const name = partitionName(table, month);
      if (existing.has(name)) continue;
      if (await makePartition(db, table, month)) made.push(`${table.schema}.${name}`);
    }
  }
  return made;
}

function partitionName({ table }: PartitionedTable, month: Month): string {
  return `${table}_y${month.replace('-', 'm')}`;
}

async function partitionsOf(db: Kysely<unknown>, { schema, table }: PartitionedTable): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select partition.relname as name
    from pg_inherits
    join pg_class partition on partition.oid = inhrelid
    where inhparent = ${`${schema}.${table}`}::regclass`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/**
 * Built apart and then attached: `create table … partition of` would lock the whole parent against reads and writes,
 * attaching does not. One transaction a partition, so that its few locks are soon gone.
 */
function makePartition(db: Kysely<unknown>, table: PartitionedTable, month: Month): Promise<boolean> {
  const parent = sql.id(table.schema, table.table);
  const name = partitionName(table, month);
  const partition = sql.id(table.schema, name);
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(transaction);
    if ((await partitionsOf(transaction, table)).has(name)) return false;
    await sql`create table ${partition} (like ${parent} including all excluding identity)`.execute(transaction);
    await sql`
      alter table ${parent} attach partition ${partition}
        for values from (${sql.lit(firstInstant(month))}) to (${sql.lit(firstInstant(addMonths(month, 1)))})
    `.execute(transaction);
    return true;
  });
}
