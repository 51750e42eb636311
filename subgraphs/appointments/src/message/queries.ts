import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { MessageColumn } from './columns.ts';

/** A condition on `conversation`. */
export type Condition = Expression<SqlBool>;

/** Messages with their receipts. Where no column of those is selected, PostgreSQL leaves the join out. */
function messages() {
  return expressionBuilder<Database>()
    .selectFrom('message as sent')
    .leftJoin('message_receipt as receipt', 'receipt.message_id', 'sent.id')
    .select([
      'sent.id',
      'sent.appointment_id',
      'sent.author_account',
      'sent.author_role',
      'sent.body',
      'sent.sent_at',
      'receipt.read_at',
      'receipt.reader_role',
    ])
    .as('message');
}

/** Messages of visible conversations. */
export function messagesByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Condition,
  columns: readonly MessageColumn[],
) {
  return db
    .selectFrom(messages())
    .innerJoin('conversation', 'conversation.appointment_id', 'message.appointment_id')
    .select(columns.map((column) => `message.${column}` as const))
    .where('message.id', '=', anyOf(ids))
    .where(visible)
    .execute();
}

/** A page of the messages of each appointment. */
export function messagePages(
  db: Kysely<Database>,
  appointments: readonly string[],
  page: Page<MessageColumn>,
  columns: readonly MessageColumn[],
) {
  const selected = [...new Set([...columns, 'appointment_id' as const])];
  return db
    .selectFrom(parents(appointments))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb.selectFrom(messages()).select(selected).whereRef('message.appointment_id', '=', 'parent.id'),
          'message',
          page,
        ).as('row'),
      (join) => join.onTrue(),
    )
    .select(selected.map((column) => `row.${column}` as const))
    .execute();
}

export async function countMessages(
  db: Kysely<Database>,
  appointments: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('message')
    .select((eb) => ['appointment_id', eb.fn.countAll<number>().as('count')])
    .where('appointment_id', '=', anyOf(appointments))
    .groupBy('appointment_id')
    .execute();
  return new Map(counts.map(({ appointment_id, count }) => [appointment_id, count]));
}
