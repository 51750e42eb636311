import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type AppointmentEventRow = Selectable<Database['appointment_event']>;
export type AppointmentEventColumn = keyof AppointmentEventRow;

/** The columns behind each field of `AppointmentEvent`. */
export const eventColumns: ColumnMap<AppointmentEventColumn> = {
  number: ['seq'],
  type: ['type'],
  fromStatus: ['status_from'],
  toStatus: ['status_to'],
  start: ['starts_at'],
  end: ['ends_at'],
  previousStart: ['previous_starts_at'],
  previousEnd: ['previous_ends_at'],
  actorRole: ['actor_role'],
  overrides: ['override'],
  occurredAt: ['occurred_at'],
};

export const eventOrdering = {
  name: 'appointment.events',
  direction: 'asc',
  keys: [{ column: 'seq', type: 'int' }],
} as const satisfies Ordering<AppointmentEventColumn>;

/** A page of each appointment's events, in one statement. */
export function eventPages(
  db: Kysely<Database>,
  appointments: readonly string[],
  page: Page<AppointmentEventColumn>,
  columns: readonly AppointmentEventColumn[],
) {
  const selected = [...new Set([...columns, 'appointment_id' as const])];
  return db
    .selectFrom(parents(appointments))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('appointment_event')
            .select(selected)
            .whereRef('appointment_event.appointment_id', '=', 'parent.id'),
          'appointment_event',
          page,
        ).as('event'),
      (join) => join.onTrue(),
    )
    .select(selected.map((column) => `event.${column}` as const))
    .execute();
}

export async function countEvents(
  db: Kysely<Database>,
  appointments: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('appointment_event')
    .select((eb) => ['appointment_id', eb.fn.countAll<number>().as('count')])
    .where('appointment_id', '=', anyOf(appointments))
    .groupBy('appointment_id')
    .execute();
  return new Map(counts.map(({ appointment_id, count }) => [appointment_id, count]));
}
