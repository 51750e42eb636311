import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import type { Directory } from '../directory/directory.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from '../directory/entries.ts';
import type { Availability } from './availability.ts';
import { bookingPeriod } from './bookable.ts';
import type { DayOf } from './days.ts';
import type { Interval } from './intervals.ts';
import { dayPeriod, daysWithin } from './local-day.ts';
import type { SchedulePlan } from './plan.ts';
import { type Slot, slotsOf, soughtVisit } from './slots.ts';

/** For what visit a doctor's time is asked. */
export interface WantedSlots {
  readonly service: ServiceEntry;
  readonly clinic: ClinicEntry;
  /** Null for any. */
  readonly modality: string | null;
}

/** Which slots of a doctor are asked for. */
export interface SlotRequest extends WantedSlots {
  readonly from: Date;
  readonly to: Date;
}

/** The slots of doctors, in order. Doctors that ask for the same share what is read. */
export type SlotLoader = GroupLoader<SlotRequest, readonly Slot[]>;

/** The first slots of doctors; null where they have none as far ahead as they plan. */
export type NextSlotLoader = GroupLoader<WantedSlots, Slot | null>;

/** What slots are read from. */
export interface SlotSources extends Availability {
  readonly directory: Directory;
  readonly now: Date;
}

export function createSlotLoader(sources: SlotSources): SlotLoader {
  return createGroupLoader<SlotRequest, readonly Slot[]>({
    label: 'Doctor.availableSlots',
    absent: () => [],
    async fetch(doctorIds, { from, to, ...wanted }) {
      const planned = await planningDoctors(sources, doctorIds);
      const period = { start: from.getTime(), end: to.getTime() };
      return slotsWithin(
        sources,
        wanted,
        planned.map((doctor) => ({ ...doctor, period })),
      );
    },
  });
}

/** How far the first look goes. Each further one goes twice as far: most doctors have time within days. */
const firstLookDays = 4;

export function createNextSlotLoader(sources: SlotSources): NextSlotLoader {
  return createGroupLoader<WantedSlots, Slot | null>({
    label: 'Doctor.nextAvailableSlot',
    absent: () => null,
    async fetch(doctorIds, wanted) {
      const found = new Map<string, Slot>();
      let searching = (await planningDoctors(sources, doctorIds)).map((doctor) => ({
        ...doctor,
        ahead: bookableDays(sources, doctor.plan),
      }));
      for (let look = firstLookDays; searching.length > 0; look *= 2) {
        const looks = searching.map(({ ahead, ...doctor }) => ({ ...doctor, period: spanOf(ahead.slice(0, look)) }));
        for (const [doctor, [slot]] of await slotsWithin(sources, wanted, looks)) {
          if (slot !== undefined) found.set(doctor, slot);
        }
        searching = searching
          .map((doctor) => ({ ...doctor, ahead: doctor.ahead.slice(look) }))
          .filter(({ doctor, ahead }) => ahead.length > 0 && !found.has(doctor.id));
      }
      return found;
    },
  });
}

interface PlanningDoctor {
  readonly doctor: DoctorEntry;
  readonly plan: SchedulePlan;
}

/** Those who exist and take appointments. */
async function planningDoctors(
  { directory, plans }: SlotSources,
  doctorIds: readonly string[],
): Promise<PlanningDoctor[]> {
  const [doctors, known] = await Promise.all([
    Promise.all(doctorIds.map((id) => directory.doctor(id))),
    plans.getMany(doctorIds),
  ]);
  return doctors.flatMap((doctor) => {
    const plan = doctor === null ? null : (known.get(doctor.id) ?? null);
    return doctor === null || plan === null ? [] : [{ doctor, plan }];
  });
}

/** The slots of each doctor that start within a period of theirs. */
async function slotsWithin(
  { days, clockOf, now }: SlotSources,
  wanted: WantedSlots,
  doctors: readonly (PlanningDoctor & { readonly period: Interval })[],
): Promise<Map<string, readonly Slot[]>> {
  const asked = doctors.map(({ doctor, plan, period }) => {
    const allowed = bookingPeriod(plan.schedule, now);
    const within = { start: Math.max(period.start, allowed.start), end: Math.min(period.end, allowed.end) };
    const dates = daysWithin(clockOf(plan.schedule.time_zone), within);
    return { doctor, period, days: dates.map((date): DayOf => ({ doctor: doctor.id, date })) };
  });
  const dayOf = await days.getMany(asked.flatMap((each) => each.days));
  return new Map(
    asked.map(({ doctor, period, days: own }) => {
      const visit = soughtVisit({ doctor, ...wanted }, wanted.modality);
      const slots = own.map(dayOf).flatMap((day) => (day === null ? [] : slotsOf(day, visit, { period, now })));
      return [doctor.id, slots];
    }),
  );
}

/** The days on which a schedule can be booked, as the periods between their midnights. */
function bookableDays({ clockOf, now }: SlotSources, { schedule }: SchedulePlan): Interval[] {
  const clock = clockOf(schedule.time_zone);
  return daysWithin(clock, bookingPeriod(schedule, now)).map((date) => dayPeriod(clock, date));
}

function spanOf(periods: readonly Interval[]): Interval {
  return { start: periods[0]?.start ?? 0, end: periods.at(-1)?.end ?? 0 };
}
