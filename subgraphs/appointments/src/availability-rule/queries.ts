import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, type Insertable, type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { RuleColumn } from './columns.ts';

export type NewRule = Insertable<Database['availability_rule']>;

/** What a rule says of time; an `end` of 24:00 is the end of the day. */
export interface RuleTimes {
  readonly day_of_week: number;
  readonly starts: string;
  readonly ends: string;
  readonly time_zone: string;
  readonly modalities: string[];
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export function rulesByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Expression<SqlBool>,
  columns: readonly RuleColumn[],
) {
  return db.selectFrom('availability_rule').select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** A page of the rules of each schedule. */
export function rulePagesOf(
  db: Kysely<Database>,
  schedules: readonly string[],
  visible: Expression<SqlBool>,
  page: Page<RuleColumn>,
  columns: readonly RuleColumn[],
) {
  const selected = [...new Set([...columns, 'schedule_id' as const])];
  return db
    .selectFrom(parents(schedules))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('availability_rule')
            .select(selected)
            .whereRef('availability_rule.schedule_id', '=', 'parent.id')
            .where(visible),
          'availability_rule',
          page,
        ).as('rule'),
      (join) => join.onTrue(),
    )
    .select(selected.map((column) => `rule.${column}` as const))
    .execute();
}

export async function countRulesOf(
  db: Kysely<Database>,
  schedules: readonly string[],
  visible: Expression<SqlBool>,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('availability_rule')
    .select((eb) => ['schedule_id', eb.fn.countAll<number>().as('count')])
    .where('schedule_id', '=', anyOf(schedules))
    .where(visible)
    .groupBy('schedule_id')
    .execute();
  return new Map(counts.map(({ schedule_id, count }) => [schedule_id, count]));
}

/** Another rule of the schedule that has some of the same time on the same days, told by the same clocks. */
export function overlappingRule(db: Kysely<Database>, scheduleId: string, id: string | null, times: RuleTimes) {
  return db
    .selectFrom('availability_rule')
    .select('id')
    .where('schedule_id', '=', scheduleId)
    .where('day_of_week', '=', times.day_of_week)
    .where('time_zone', '=', times.time_zone)
    .where('starts', '<', times.ends)
    .where('ends', '>', times.starts)
    .where(sql<boolean>`(valid_to is null or valid_to >= ${times.valid_from})`)
    .$if(times.valid_to !== null, (query) => query.where('valid_from', '<=', times.valid_to))
    .$if(id !== null, (query) => query.where('id', '<>', id))
    .limit(1)
    .executeTakeFirst();
}

export async function insertRule(db: Kysely<Database>, rule: NewRule): Promise<string> {
  const { id } = await db.insertInto('availability_rule').values(rule).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** What a change of a rule starts from. */
export function ruleToChange(db: Kysely<Database>, id: string) {
  return db
    .selectFrom('availability_rule')
    .select(['day_of_week', 'starts', 'ends', 'time_zone', 'modalities', 'valid_from', 'valid_to', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateRuleTimes(db: Kysely<Database>, id: string, times: RuleTimes): Promise<void> {
  await db
    .updateTable('availability_rule')
    .set(times)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
}

export async function deleteRule(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('availability_rule').where('id', '=', id).execute();
}
