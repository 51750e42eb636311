import { type Kysely, sql } from 'kysely';
import type { Database } from './generated/database.ts';

/** What only time ends and has not been ended yet. */
export interface Overdue {
  /** Holds that ran out. */
  readonly holds: boolean;
  /** Waitlist entries whose period has passed. */
  readonly entries: boolean;
}

/** In one statement, of an index probe each. */
export async function findOverdue(db: Kysely<Database>): Promise<Overdue> {
  const { rows } = await sql<Overdue>`
    select
      exists (select from ${sql.table('appointments.slot_allocation')} where expires_at <= now()) as holds,
      exists (
        select from ${sql.table('appointments.waitlist_entry')} where status = 'waiting' and upper(period) <= now()
      ) as entries`.execute(db);
  return rows[0] ?? { holds: false, entries: false };
}
