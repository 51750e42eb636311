import { sameText } from '@consulta/platform/postgres/expressions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Interval } from '../availability/intervals.ts';
import { minute } from '../availability/zone-clock.ts';
import type { Database } from '../generated/database.ts';
import type { CalendarPart } from './calendar.ts';
import type { Criteria } from './criteria.ts';
import type { Direction } from './place.ts';

/** Which doctors may have time in a period, and from which place on; what it is of a period is told by a calendar of it. */
export interface RosterRequest {
  readonly criteria: Criteria;
  readonly period: Interval;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly direction: Direction;
  /** The doctor whose slot at the period's edge was shown last: those before them have nothing left at that instant. */
  readonly shown: string | null;
  /** Where the page before this one ended. */
  readonly after: { readonly bound: number; readonly doctor: string } | null;
  readonly limit: number;
}

/** A service of a doctor, and where it is given. */
export interface RosterOffer {
  readonly service: string;
  readonly clinic: string;
  readonly zone: string;
  readonly modalities: readonly string[];
  readonly duration_minutes: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
}

export interface RosterRow {
  readonly doctor: string;
  /** Of the doctor's calendar. */
  readonly zone: string;
  /** Epoch minutes. */
  readonly bound: number;
  /** Null where the doctor gives nothing that is looked for. */
  readonly offers: readonly RosterOffer[] | null;
}

/** The zones that rules are told in: an index probe each. */
export async function zonesOfRules(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ zone: string }>`
    with recursive zone(name) as (
      (select time_zone from ${rules} order by time_zone limit 1)
      union all
      select (select time_zone from ${rules} where time_zone > zone.name order by time_zone limit 1)
      from zone where zone.name is not null
    )
    select name as zone from zone where name is not null`.execute(db);
  return rows.map(({ zone }) => zone);
}

/**
 * The next doctors by the earliest place on their grids that notice and horizon allow, in one statement. Wall-clock times
 * are compared with a calendar that was made for the purpose: SQL converts none.
 */
export async function rosterPage(
  db: Kysely<Database>,
  request: RosterRequest,
  parts: readonly CalendarPart[],
): Promise<RosterRow[]> {
  const { criteria, direction, after, limit } = request;
  const forwards = direction === 1;
  const nearest = forwards ? sql`min(bound)` : sql`max(bound)`;
  const order = forwards ? sql`asc` : sql`desc`;
  const beyond =
    after === null
      ? sql``
      : sql`having (${nearest}, doctor_id) ${forwards ? sql`>` : sql`<`} (${after.bound / minute}::bigint, ${after.doctor}::uuid)`;
  const { rows } = await sql<RosterRow>`
    with part as materialized (
      select zone, date, weekday, midnight, first, last, now, edge, narrowed
      from jsonb_to_recordset(${JSON.stringify(parts.map(column))}::jsonb) as part(
        zone text, date date, weekday smallint, midnight int, first int, last int, now int, edge int,
        narrowed boolean
      )
    ),
    page as (
      select doctor_id, time_zone, ${nearest} as bound
      from (${rulePlaces(request, parts)} union all ${extraPlaces(request)}) as place
      group by doctor_id, time_zone
      ${beyond}
      order by bound ${order}, doctor_id ${order}
      limit ${limit}
    )
    select page.doctor_id as doctor, page.time_zone as zone, page.bound, offered.offers
    from page
    join ${doctors} doctor on doctor.doctor_id = page.doctor_id
    cross join lateral (${offersOf(criteria)}) offered
    order by page.bound ${order}, page.doctor_id ${order}`.execute(db);
  return rows;
}

const rules = sql.table('appointments.availability_rule');
const exceptions = sql.table('appointments.availability_exception');
const schedules = sql.table('appointments.schedule');
const doctors = sql.table('appointments.doctor_directory');
const clinics = sql.table('appointments.clinic_directory');
const services = sql.table('appointments.bookable_service');

function column({ from, to, edge, ...part }: CalendarPart) {
  return { ...part, first: from, last: to, edge: edge ? 1 : 0 };
}

/** Where weekly rules have their first place on the grid; looking backwards, their last. */
function rulePlaces(
  { criteria, direction, shown }: RosterRequest,
  parts: readonly CalendarPart[],
): RawBuilder<unknown> {
  const isNarrowed = parts.some(({ narrowed }) => narrowed);
  const isPast = (compared: RawBuilder<unknown>) =>
    shown === null ? sql`0` : sql`(case when schedule.doctor_id ${compared} ${shown}::uuid then part.edge else 0 end)`;
  const allowed = sql`part.now + schedule.minimum_notice_minutes`;
  const place =
    direction === 1
      ? sql`rule.opens + (greatest(greatest(part.first + ${isPast(sql`<`)}, ${allowed}) - rule.opens, 0)
          + schedule.slot_minutes - 1) / schedule.slot_minutes * schedule.slot_minutes`
      : sql`rule.opens + (least(rule.closes, part.last - ${isPast(sql`>`)}) - 1 - rule.opens)
          / schedule.slot_minutes * schedule.slot_minutes`;
  const isThere =
    direction === 1
      ? sql`place.minute < least(rule.closes, part.last)`
      : sql`least(rule.closes, part.last - ${isPast(sql`>`)}) > rule.opens
          and place.minute + schedule.slot_minutes > greatest(part.first, ${allowed})`;
  return sql`
    select schedule.doctor_id, schedule.time_zone, part.midnight + place.minute as bound
    from part
    join ${rules} rule
      on rule.time_zone = part.zone and rule.day_of_week = part.weekday
      and rule.closes > part.first and rule.opens < part.last
      and rule.valid_from <= part.date and (rule.valid_to is null or rule.valid_to >= part.date)
      and ${criteria.modality === null ? sql`true` : sql`rule.modalities @> array[${criteria.modality}]`}
    join ${schedules} schedule on schedule.id = rule.schedule_id
    ${joins(criteria, isNarrowed)}
    cross join lateral (select ${place} as minute) place
    where ${matches(criteria)}
      and ${isNarrowed ? sql`part.narrowed = (rule.time_zone = clinic.time_zone)` : sql`true`}
      and ${isThere}
      and place.minute <= part.now + (schedule.planning_horizon_days + 1) * 1440`;
}

/** Where extra time has its first place on the grid; looking backwards, its last. */
function extraPlaces({ criteria, period, now, direction }: RosterRequest): RawBuilder<unknown> {
  const first = sql`floor(extract(epoch from lower(rule.during)) / 60)::bigint`;
  const last = sql`ceil(extract(epoch from upper(rule.during)) / 60)::bigint`;
  const from = sql`${Math.floor(period.start / minute)}::bigint`;
  const to = sql`${Math.ceil(period.end / minute)}::bigint`;
  const allowed = sql`${Math.floor(now / minute)}::bigint + schedule.minimum_notice_minutes`;
  const place =
    direction === 1
      ? sql`hours.opens + (greatest(greatest(${from}, ${allowed}) - hours.opens, 0) + schedule.slot_minutes - 1)
          / schedule.slot_minutes * schedule.slot_minutes`
      : sql`hours.opens + (least(hours.closes, ${to}) - hours.opens) / schedule.slot_minutes * schedule.slot_minutes`;
  return sql`
    select schedule.doctor_id, schedule.time_zone, place.minute as bound
    from ${exceptions} rule
    join ${schedules} schedule on schedule.id = rule.schedule_id
    ${joins(criteria, false)}
    cross join lateral (select ${first} as opens, ${last} as closes) hours
    cross join lateral (select ${place} as minute) place
    where rule.kind = 'available'
      and rule.during && tstzrange(${new Date(period.start)}, ${new Date(period.end)})
      and ${matches(criteria)}
      and place.minute <= least(hours.closes, ${to})`;
}

/** What conditions speak of, and no more: most searches ask nothing of doctors or of clinics but what their offers tell. */
function joins({ specialization, language, city }: Criteria, asksZone: boolean): RawBuilder<unknown> {
  const doctor = sql`join ${doctors} doctor on doctor.doctor_id = schedule.doctor_id`;
  const clinic = sql`join ${clinics} clinic on clinic.clinic_id = rule.clinic_id`;
  const asked = [
    specialization !== null || language !== null ? doctor : null,
    city !== null || asksZone ? clinic : null,
  ];
  return sql.join(
    asked.filter((join) => join !== null),
    sql` `,
  );
}

/** Those who are looked for; `rule` is what opens the time. */
function matches({ doctor, clinic, city, specialization, language }: Criteria): RawBuilder<unknown> {
  const conditions = [
    doctor !== null && sql`schedule.doctor_id = ${doctor}`,
    clinic !== null && sql`rule.clinic_id = ${clinic}`,
    city !== null && sameText('clinic.city', city),
    specialization !== null && sql`doctor.specialization_ids @> array[${specialization}::uuid]`,
    language !== null && sql`doctor.languages @> array[${language}]`,
  ];
  return allOf(conditions);
}

function allOf(conditions: readonly (RawBuilder<unknown> | false)[]): RawBuilder<unknown> {
  const asked = conditions.filter((condition) => condition !== false);
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}

/** What `doctor` gives of what is looked for, as JSON. */
function offersOf({ clinic, city, specialization, service, modality }: Criteria): RawBuilder<unknown> {
  const conditions = [
    sql`doctor.status = 'active' and service.status = 'active' and clinic.status = 'active'`,
    sql`service.clinic_id = any(doctor.clinic_ids)`,
    sql`service.specialization_id = any(doctor.specialization_ids)`,
    clinic !== null && sql`service.clinic_id = ${clinic}`,
    city !== null && sameText('clinic.city', city),
    specialization !== null && sql`service.specialization_id = ${specialization}`,
    service !== null && sql`service.service_id = ${service}`,
    modality !== null && sql`service.modalities @> array[${modality}]`,
  ];
  return sql`
    select json_agg(json_build_object(
      'service', service.service_id,
      'clinic', service.clinic_id,
      'zone', clinic.time_zone,
      'modalities', service.modalities,
      'duration_minutes', service.duration_minutes,
      'buffer_before_minutes', service.buffer_before_minutes,
      'buffer_after_minutes', service.buffer_after_minutes
    )) as offers
    from ${services} service
    join ${clinics} clinic on clinic.clinic_id = service.clinic_id
    where ${allOf(conditions)}`;
}
