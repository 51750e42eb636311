import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../generated/database.ts';
import type { PlanException, PlanRule, SchedulePlan } from './plan.ts';
import { day } from './zone-clock.ts';

interface Period {
  readonly from: Date;
  readonly to: Date;
}

type Owner = { readonly doctorId: string } | { readonly scheduleId: string };

/** The plan of one schedule as far as it concerns a period, in one statement; null where there is none. */
export async function loadSchedulePlan(
  db: Kysely<Database>,
  { from, to, ...owner }: Owner & Period,
): Promise<SchedulePlan | null> {
  const schedules = db.selectFrom('schedule');
  const chosen =
    'doctorId' in owner
      ? schedules.where('doctor_id', '=', anyOf([owner.doctorId]))
      : schedules.where('id', '=', anyOf([owner.scheduleId]));
  const [plan] = await selectPlans(chosen, { from, to });
  return plan ?? null;
}

/** The plans of doctors as far as they concern a period, in one statement, by doctor. */
export async function loadSchedulePlans(
  db: Kysely<Database>,
  { doctorIds, from, to }: { readonly doctorIds: readonly string[] } & Period,
): Promise<ReadonlyMap<string, SchedulePlan>> {
  const plans = await selectPlans(db.selectFrom('schedule').where('doctor_id', '=', anyOf(doctorIds)), { from, to });
  return new Map(plans.map((plan) => [plan.schedule.doctor_id, plan]));
}

async function selectPlans(
  schedules: ReturnType<typeof selectSchedules>,
  { from, to }: Period,
): Promise<SchedulePlan[]> {
  const rows = await schedules
    .select((eb) => [
      'schedule.id',
      'schedule.doctor_id',
      'schedule.time_zone',
      'schedule.slot_minutes',
      'schedule.minimum_notice_minutes',
      'schedule.planning_horizon_days',
      'schedule.max_overbooking',
      'schedule.version',
      jsonArrayFrom(
        eb
          .selectFrom('availability_rule as rule')
          .select([
            'rule.clinic_id',
            'rule.day_of_week',
            'rule.starts',
            'rule.ends',
            'rule.time_zone',
            'rule.modalities',
            'rule.valid_from',
            'rule.valid_to',
          ])
          .whereRef('rule.schedule_id', '=', 'schedule.id')
          // Wall-clock dates of an instant differ by at most a day between zones.
          .where('rule.valid_from', '<=', dateOf(to.getTime() + day))
          .where(sql<boolean>`(rule.valid_to is null or rule.valid_to >= ${dateOf(from.getTime() - day)})`),
      ).as('rules'),
      jsonArrayFrom(
        eb
          .selectFrom('availability_exception as exception')
          .select([
            'exception.clinic_id',
            'exception.kind',
            sql<number>`(extract(epoch from lower(exception.during)) * 1000)::bigint`.as('start'),
            sql<number>`(extract(epoch from upper(exception.during)) * 1000)::bigint`.as('end'),
          ])
          .whereRef('exception.schedule_id', '=', 'schedule.id')
          .where(sql<boolean>`exception.during && tstzrange(${from}, ${to})`),
      ).as('exceptions'),
    ])
    .execute();
  return rows.map(({ rules, exceptions, ...schedule }) => ({
    schedule,
    rules: rules as PlanRule[],
    exceptions: exceptions as PlanException[],
  }));
}

function selectSchedules(db: Kysely<Database>) {
  return db.selectFrom('schedule');
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
