import { type Kysely, sql } from 'kysely';
import type { DomainEvent } from './event.ts';

/** In a consumer's `eventTypes`: every event of the schema. */
export const everyEvent = '*';

/**
 * Writes events and one delivery for each consumer registered for their type, in one statement.
 *
 * Called as the last statement of the transaction that made the change: its row locks then already order the
 * writers of an aggregate, so the ids of an aggregate's events grow in the order of their commits.
 */
export async function writeEvents<Database>(
  transaction: Kysely<Database>,
  schema: string,
  events: readonly DomainEvent[],
): Promise<void> {
  const rows = events.map(({ aggregateType, aggregateId, version, type, payload = {} }) => ({
    aggregate_type: aggregateType,
    aggregate_id: aggregateId,
    version,
    type,
    payload,
  }));
  await sql`
    with written as (
      insert into ${sql.id(schema, 'outbox')} (aggregate_type, aggregate_id, version, type, payload)
      select aggregate_type, aggregate_id, version, type, payload
      from rows from (
        jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as (aggregate_type text, aggregate_id uuid, version int, type text, payload jsonb)
      ) with ordinality as event(aggregate_type, aggregate_id, version, type, payload, position)
      order by position
      returning id, aggregate_id, type
    )
    insert into ${sql.id(schema, 'outbox_delivery')} (consumer, outbox_id, aggregate_id)
    select consumer.name, written.id, written.aggregate_id
    from written
    join ${sql.id(schema, 'outbox_consumer')} consumer
      on consumer.event_types && array[written.type, ${everyEvent}]`.execute(transaction);
}
