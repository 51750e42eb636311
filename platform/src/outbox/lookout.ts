import { type Kysely, sql } from 'kysely';
import type { Consumer } from './consumer.ts';

/** Those for whom an event is due, in one statement: an index probe for each. */
export async function consumersWithWork(
  db: Kysely<unknown>,
  consumers: readonly Consumer[],
): Promise<ReadonlySet<Consumer>> {
  if (consumers.length === 0) return new Set();
  const due = consumers.map(
    ({ source, name }) => sql`exists (
      select from ${sql.id(source, 'outbox_delivery')}
      where consumer = ${name} and state = 'pending' and next_attempt_at <= clock_timestamp()
    )`,
  );
  const { rows } = await sql<{ due: boolean[] }>`select array[${sql.join(due)}] as due`.execute(db);
  return new Set(consumers.filter((_, index) => rows[0]?.due[index]));
}
