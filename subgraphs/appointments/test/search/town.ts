import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { takenTimes } from '../../src/availability/allocations.ts';
import { loadSchedulePlans } from '../../src/availability/load.ts';
import { freeSlots, type OfferedSlot } from '../../src/availability/slots.ts';
import { day, zoneClocks } from '../../src/availability/zone-clock.ts';
import { clinicsByIds, doctorsByIds, servicesByIds } from '../../src/directory/queries.ts';
import type { Search } from '../../src/search/criteria.ts';
import type { Appointments } from '../fixture.ts';

/** Doctors, clinics and services of every kind. Ids are uuids. */
export interface Town {
  readonly doctors: readonly string[];
  readonly clinics: readonly string[];
  readonly services: readonly string[];
  readonly specializations: readonly string[];
}

const zones = ['Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const cities = ['Madrid', 'Santiago', 'MADRID', 'Pune'];
const slotMinutes = [5, 10, 15, 20, 30, 45];
const notices = [0, 60, 60, 240, 1_440];

/** Repeatable: the same seed makes the same town. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export async function buildTown({ db }: Appointments, now: Date, doctorCount: number): Promise<Town> {
  const roll = dice(7);
  const pick = <T>(values: readonly T[]): T => values[roll(values.length)] as T;
  const some = <T>(values: readonly T[], count: number): T[] => [
    ...new Set(Array.from({ length: count }, () => pick(values))),
  ];
  const specializations = Array.from({ length: 3 }, () => randomUUID());
  const clinics = zones.flatMap((time_zone, index) =>
    [0, 1].map(() => ({ clinic_id: randomUUID(), time_zone, city: cities[index] ?? '', status: 'active', version: 1 })),
  );
  await db.insertInto('clinic_directory').values(clinics).execute();
  const services = clinics.flatMap(({ clinic_id }) =>
    specializations.map((specialization_id) => ({
      service_id: randomUUID(),
      clinic_id,
      specialization_id,
      duration_minutes: pick([15, 30, 50, 120]),
      buffer_before_minutes: pick([0, 0, 10]),
      buffer_after_minutes: pick([0, 5, 30]),
      modalities: pick([['in_person'], ['in_person', 'video'], ['video']]),
      status: roll(8) === 0 ? 'inactive' : 'active',
      version: 1,
    })),
  );
  await db.insertInto('bookable_service').values(services).execute();

  const doctors = Array.from({ length: doctorCount }, () => randomUUID());
  for (const doctor_id of doctors) {
    const places = some(clinics, 2);
    await db
      .insertInto('doctor_directory')
      .values({
        doctor_id,
        specialization_ids: some(specializations, 2),
        clinic_ids: places.map(({ clinic_id }) => clinic_id),
        languages: some(['es', 'en', 'hi'], 2),
        status: roll(12) === 0 ? 'inactive' : 'active',
        version: 1,
      })
      .execute();
    const { id: schedule_id } = await db
      .insertInto('schedule')
      .values({
        doctor_id,
        time_zone: pick([pick(places).time_zone, pick(zones)]),
        slot_minutes: pick(slotMinutes),
        minimum_notice_minutes: pick(notices),
        planning_horizon_days: pick([10, 30, 90]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rules = Array.from({ length: 4 + roll(6) }, () => {
      const opens = roll(20);
      const place = pick(places);
      const hours = 1 + roll(Math.min(8, 24 - opens));
      const clock = (hour: number, minutes = 0) =>
        `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      return {
        schedule_id,
        clinic_id: place.clinic_id,
        day_of_week: 1 + roll(7),
        starts: clock(opens, pick([0, 0, 30, 7])),
        ends: opens + hours === 24 ? '24:00' : clock(opens + hours, 30),
        time_zone: roll(5) === 0 ? pick(zones) : place.time_zone,
        modalities: pick([['in_person'], ['in_person', 'video']]),
        valid_from: '2020-01-01',
        valid_to: roll(6) === 0 ? '2027-04-02' : null,
      };
    });
    await db.insertInto('availability_rule').values(rules).execute();
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
    const exceptions = Array.from({ length: roll(4) }, () => {
      const begins = roll(24 * 12) - 24;
      const kind = pick(['unavailable', 'available']);
      return {
        schedule_id,
        clinic_id: kind === 'available' ? pick(places).clinic_id : pick([null, pick(places).clinic_id]),
        kind,
        during: `[${at(begins)},${at(begins + 1 + roll(20))})`,
      };
    });
    if (exceptions.length > 0) await db.insertInto('availability_exception').values(exceptions).execute();
    const taken = Array.from({ length: 40 }, (_, index) => {
      const begins = index * 4 + roll(3);
      const isHold = roll(6) === 0;
      return {
        appointment_id: randomUUID(),
        schedule_id,
        during: `[${at(begins)},${at(begins + 0.5 + roll(2))})`,
        status: isHold ? 'busy_tentative' : 'busy',
        expires_at: isHold ? new Date(now.getTime() + (roll(2) === 0 ? -60_000 : 600_000)) : null,
      };
    });
    await db
      .insertInto('slot_allocation')
      .values(taken)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await sql`analyze`.execute(db);
  return {
    doctors,
    clinics: clinics.map(({ clinic_id }) => clinic_id),
    services: services.map(({ service_id }) => service_id),
    specializations,
  };
}

/**
 * What a search has to find, the obvious way: the slots of every doctor for every service, those that are looked for, in
 * order.
 */
export async function slotsOfTown(
  { db }: Appointments,
  town: Town,
  { criteria, period, dayTimes }: Search,
  now: Date,
): Promise<OfferedSlot[]> {
  const clockOf = zoneClocks({ start: period.start - 7 * day, end: period.end + 7 * day });
  const [doctors, services, clinics, plans] = await Promise.all([
    doctorsByIds(db, town.doctors),
    servicesByIds(db, town.services),
    clinicsByIds(db, town.clinics),
    loadSchedulePlans(db, {
      doctorIds: town.doctors,
      from: new Date(period.start - 3 * day),
      to: new Date(period.end + 3 * day),
    }),
  ]);
  const whole = { start: period.start - day, end: period.end + day };
  const taken = await takenTimes(
    db,
    [...plans.values()].map(({ schedule }) => ({ schedule: schedule.id, ...whole })),
  );
  const is = (wanted: string | null, found: string) => wanted === null || wanted === found;
  const slots = doctors.flatMap((doctor) =>
    services.flatMap((service) => {
      const plan = plans.get(doctor.id);
      const clinic = clinics.find(({ id }) => id === service.clinic_id);
      const asked =
        is(criteria.doctor, doctor.id) &&
        is(criteria.service, service.id) &&
        is(criteria.specialization, service.specialization_id) &&
        is(criteria.clinic, service.clinic_id) &&
        is(criteria.city?.toLowerCase() ?? null, clinic?.city.toLowerCase() ?? '') &&
        (criteria.language === null || doctor.languages.includes(criteria.language));
      if (!asked || plan === undefined || clinic === undefined) return [];
      const busy = (taken.get(plan.schedule.id) ?? []).filter(({ until }) => until === null || until > now.getTime());
      return freeSlots(plan, busy, { doctor, clinic, service, period, modality: criteria.modality, now }, clockOf)
        .filter(({ start }) => isTold(start, dayTimes.timeZone ?? clinic.time_zone))
        .map((slot) => ({ ...slot, doctor: doctor.id, clinic: clinic.id, service: service.id }));
    }),
  );
  return slots.toSorted(
    (a, b) => a.start.getTime() - b.start.getTime() || text(a.doctor, b.doctor) || text(a.service, b.service),
  );

  function isTold(start: Date, timeZone: string): boolean {
    const shown = start.toTemporalInstant().toZonedDateTimeISO(timeZone);
    const { timeOfDay, daysOfWeek } = dayTimes;
    const time = shown.hour * 60 + shown.minute + shown.second / 60;
    const { start: from, end: to } = timeOfDay ?? { start: 0, end: 1_440 };
    if (from < to) return time >= from && time < to && (daysOfWeek?.includes(shown.dayOfWeek) ?? true);
    const evening = time >= from;
    const began = evening ? shown : shown.subtract({ days: 1 });
    return (evening || time < to) && (daysOfWeek?.includes(began.dayOfWeek) ?? true);
  }
}

function text(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
