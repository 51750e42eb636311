import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ConversationColumn } from './inbox-columns.ts';
import type { Condition } from './queries.ts';

/** A column of `conversation` whose index gives the inbox its order, and the values whose conversations it holds. */
export interface Inbox {
  readonly column: 'patient_id' | 'doctor_id' | 'clinic_id';
  readonly ids: readonly string[];
}

/** One page out of all values of the inbox, each of which is read no further than the page. */
export function inboxPage(
  db: Kysely<Database>,
  { column, ids }: Inbox,
  page: Page<ConversationColumn>,
  columns: readonly ConversationColumn[],
) {
  const each = db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb.selectFrom('conversation').select(columns).whereRef(`conversation.${column}`, '=', 'parent.id'),
          'conversation',
          page,
        ).as('row'),
      (join) => join.onTrue(),
    )
    .select(columns.map((name) => `row.${name}` as const));
  return takePage(each, 'row', page).execute();
}

export async function countInbox(db: Kysely<Database>, { column, ids }: Inbox): Promise<number> {
  const counted = db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(column, '=', anyOf(ids));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** How many messages of these authors nobody has read, of each appointment that has any. */
export async function countUnread(
  db: Kysely<Database>,
  appointments: readonly string[],
  authors: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('message')
    .select((eb) => ['appointment_id', eb.fn.countAll<number>().as('count')])
    .where('appointment_id', '=', anyOf(appointments))
    .where('author_role', '=', sql<string>`any(${authors}::text[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message_receipt')
            .select('message_receipt.message_id')
            .whereRef('message_receipt.message_id', '=', 'message.id'),
        ),
      ),
    )
    .groupBy('appointment_id')
    .execute();
  return new Map(counts.map(({ appointment_id, count }) => [appointment_id, count]));
}

/** The visible conversations that messages are in, each with its message's id as `id`. */
export function conversationsOf(
  db: Kysely<Database>,
  messages: readonly string[],
  visible: Condition,
  columns: readonly ConversationColumn[],
) {
  return db
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.appointment_id', 'message.appointment_id')
    .select(['message.id', ...columns.map((column) => `conversation.${column}` as const)])
    .where('message.id', '=', anyOf(messages))
    .where(visible)
    .execute();
}
