import { createAppointmentWriter } from './appointments.ts';
import { createCalendar, overlap } from './calendar.ts';
import { type ClinicalCase, clinicalCases } from './clinical-cases.ts';
import { type Course, courseOf } from './course.ts';
import { createLoad } from './load.ts';
import type { Clinic, Doctor, Patient, Service } from './model.ts';
import type { Panels } from './panels.ts';
import { type Opening, placeVisits } from './placement.ts';
import { createRecordWriter } from './records.ts';
import type { Scale } from './scale.ts';
import type { Sowing } from './sowing.ts';

/** Days around today in which the demo doctor is booked out. */
const busyDays = 7;
const busyVisits = 12;

/** What a doctor does on one day: openings of one clinic each. */
interface DayOpening extends Opening {
  readonly clinic: Clinic;
  readonly services: readonly Service[];
}

/**
 * Sows the appointments day by day, so that each month's partition is filled once and in order.
 *
 * @param onDay told how many appointments there are after each day
 */
export async function sowVisits(
  sowing: Sowing,
  { scale, doctors, panelsOf }: { scale: Scale; doctors: readonly Doctor[]; panelsOf: (doctor: Doctor) => Panels },
  onDay: (appointments: number) => void,
): Promise<void> {
  const { writer, random, now } = sowing;
  const calendar = createCalendar();
  const appointments = createAppointmentWriter(sowing);
  const records = createRecordWriter(sowing);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  const held = new Set<string>();
  let made = 0;

  function sowDay(
    doctor: Doctor,
    { date, dayIndex, wanted, isBusy }: { date: Temporal.PlainDate; dayIndex: number; wanted: number; isBusy: boolean },
  ) {
    const patients = panelsOf(doctor).on(doctor, dayIndex);
    const openings = openingsOf(doctor, date);
    if (patients.length === 0 || openings.length === 0) return;
    // A fraction of a visit is a chance of one.
    const whole = Math.min(Math.floor(wanted + random.fraction()), patients.length);
    const placements = placeVisits(random, openings, whole);
    // The demo patient is the first of the demo doctor's.
    const first = isBusy ? 0 : random.integer(0, patients.length - 1);
    for (const [index, { opening, service, visit, busy }] of placements.entries()) {
      const patient = patients[(first + index) % patients.length];
      if (patient === undefined) continue;
      const clinicalCase = random.pick<ClinicalCase>(clinicalCases[service.specialization.template.code]);
      const course = onceHeld(courseOf(random, visit, now.getTime()), doctor, patient);
      const booking = { doctor, patient, clinic: opening.clinic, service, visit, busy, clinicalCase, course };
      const id = appointments.write(booking);
      if (course.at(-1)?.to === 'fulfilled') records.write(id, booking);
    }
    made += placements.length;
  }

  /** A patient holds one time of a doctor: what would be a second is booked. */
  function onceHeld(course: Course, { schedule }: Doctor, { id }: Patient): Course {
    const [first] = course;
    if (first.to !== 'pending') return course;
    const pair = `${schedule} ${id}`;
    if (held.has(pair)) return [{ ...first, type: 'booked', to: 'booked' }];
    held.add(pair);
    return course;
  }

  function openingsOf(doctor: Doctor, date: Temporal.PlainDate): DayOpening[] {
    return doctor.rules
      .filter(({ shift }) => shift.dayOfWeek === date.dayOfWeek)
      .map(({ shift, clinic, services }) => ({
        clinic,
        services,
        span: calendar.span(shift, date, clinic.place.timeZone),
      }))
      .filter(({ span }) => !doctor.absences.some((absence) => overlap(absence, span)));
  }

  const load = createLoad(scale, doctors, today);
  for (let offset = -scale.daysBack; offset <= scale.daysAhead; offset += 1) {
    const date = today.add({ days: offset });
    const wanted = load.perDoctor(offset, scale.appointments - made);
    for (const [index, doctor] of doctors.entries()) {
      const isBusy = index === 0 && Math.abs(offset) <= busyDays;
      sowDay(doctor, { date, dayIndex: offset + scale.daysBack, wanted: isBusy ? busyVisits : wanted, isBusy });
      await writer.breathe();
    }
    onDay(made);
  }
}
