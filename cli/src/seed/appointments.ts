import { day, type Span } from './calendar.ts';
import type { ClinicalCase } from './clinical-cases.ts';
import { type Course, freed, type Status, type Step } from './course.ts';
import type { Clinic, Doctor, Patient, Service } from './model.ts';
import { rangeText } from './schedules.ts';
import type { Sowing } from './sowing.ts';

export interface Booking {
  readonly doctor: Doctor;
  readonly patient: Patient;
  readonly clinic: Clinic;
  readonly service: Service;
  /** The bare visit. */
  readonly visit: Span;
  /** The visit with its buffers. */
  readonly busy: Span;
  readonly course: Course;
  readonly clinicalCase: ClinicalCase;
}

export interface AppointmentWriter {
  /** Writes an appointment with its events and, where it still holds time, its allocation; returns its id. */
  write(booking: Booking): string;
}

export function createAppointmentWriter({ writer, random, now }: Sowing): AppointmentWriter {
  const appointment = writer.table('appointments.appointment', [
    'id',
    'starts_at',
    'ends_at',
    'schedule_id',
    'doctor_id',
    'patient_id',
    'clinic_id',
    'service_id',
    'modality',
    'status',
    'reason',
    'cancellation_reason',
    'version',
    'created_by',
    'created_at',
    'updated_at',
  ]);
  const allocation = writer.table('appointments.slot_allocation', [
    'appointment_id',
    'schedule_id',
    'during',
    'patient_id',
    'visit',
    'status',
    'expires_at',
    'created_at',
  ]);
  const event = writer.table('appointments.appointment_event', [
    'appointment_id',
    'seq',
    'type',
    'status_from',
    'status_to',
    'version',
    'doctor_id',
    'patient_id',
    'clinic_id',
    'starts_at',
    'ends_at',
    'previous_starts_at',
    'previous_ends_at',
    'actor_account',
    'actor_role',
    'occurred_at',
  ]);
  // Upkeep removes what is over; a day of grace is left here as there.
  const liveSince = now.getTime() - day;
  const holdsExpireAt = new Date(now.getTime() + 2 * day);

  function writeEvents(id: string, { doctor, patient, clinic, visit, course }: Booking) {
    const accountOf = { PATIENT: patient.account, DOCTOR: doctor.account, STAFF: clinic.staff[0] };
    const move = course.find(({ movedFrom }) => movedFrom !== undefined);
    let [period, statusFrom]: [Span, Status | null] = [move?.movedFrom ?? visit, null];
    course.forEach(({ type, to, at, by, movedFrom }, index) => {
      if (movedFrom !== undefined) period = visit;
      event({
        appointment_id: id,
        seq: index + 1,
        type,
        status_from: statusFrom,
        status_to: to,
        version: index + 1,
        doctor_id: doctor.id,
        patient_id: patient.id,
        clinic_id: clinic.id,
        starts_at: new Date(period.from),
        ends_at: new Date(period.to),
        previous_starts_at: movedFrom === undefined ? null : new Date(movedFrom.from),
        previous_ends_at: movedFrom === undefined ? null : new Date(movedFrom.to),
        actor_account: accountOf[by],
        actor_role: by,
        occurred_at: new Date(at),
      });
      statusFrom = to;
    });
  }

  function allocate(id: string, { doctor, patient, course: [first], visit, busy }: Booking, { to }: Step) {
    const isHold = to === 'pending';
    allocation({
      appointment_id: id,
      schedule_id: doctor.schedule,
      during: rangeText(busy),
      patient_id: patient.id,
      visit: rangeText(visit),
      status: isHold ? 'busy_tentative' : 'busy',
      expires_at: isHold ? holdsExpireAt : null,
      created_at: new Date(first.at),
    });
  }

  return {
    write(booking) {
      const { doctor, patient, clinic, service, visit, busy, course, clinicalCase } = booking;
      const [first] = course;
      const last = course.at(-1) ?? first;
      const id = random.uuid(first.at);
      appointment({
        id,
        starts_at: new Date(visit.from),
        ends_at: new Date(visit.to),
        schedule_id: doctor.schedule,
        doctor_id: doctor.id,
        patient_id: patient.id,
        clinic_id: clinic.id,
        service_id: service.id,
        modality: random.pick(service.modalities),
        status: last.to,
        reason: random.chance(0.8) ? clinicalCase.reason : null,
        cancellation_reason: last.to === 'cancelled' ? random.pick(cancellationReasons) : null,
        version: course.length,
        created_by: first.by === 'PATIENT' ? patient.account : clinic.staff[0],
        created_at: new Date(first.at),
        updated_at: new Date(last.at),
      });
      writeEvents(id, booking);
      if (busy.to > liveSince && !freed.has(last.to)) allocate(id, booking, last);
      return id;
    },
  };
}

const cancellationReasons = [
  'Feeling better',
  'Cannot come that day',
  'The doctor is away',
  'Booked elsewhere',
] as const;
