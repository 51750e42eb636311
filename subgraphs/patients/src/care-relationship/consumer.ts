import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import { type CareChange, countCare } from './queries.ts';

const payloadSchema = z.object({
  doctor: z.uuid(),
  patient: z.uuid(),
  clinic: z.uuid(),
  /** Status after the change. */
  status: z.string(),
  /** Status before it; null for a new appointment. */
  from: z.string().nullable(),
  /** Where the appointment moved away from. */
  previous: z.object({ doctor: z.uuid(), clinic: z.uuid() }).optional(),
});

/** An appointment of one of these makes the patient one whom the doctor and the clinic treat. */
const countedStatuses: readonly (string | null)[] = ['booked', 'arrived', 'checked_in', 'fulfilled', 'no_show'];

/** Keeps who treats whom: it decides which patients a doctor and the staff of a clinic see. */
export const careRelationshipConsumer: Consumer = {
  name: 'patients.care-relationship',
  source: 'appointments',
  // The others neither begin nor end what is counted.
  eventTypes: [
    'appointment.booked',
    'appointment.rescheduled',
    'appointment.cancelled',
    'appointment.entered_in_error',
  ],
  async deliver(events, delivery) {
    const changes = sumOf(events.flatMap(changesOf));
    if (changes.length > 0) await countCare(delivery.transaction<Database>('patients'), changes);
  },
};

/** What the appointment was counted for before goes down by one, what it is counted for now goes up. */
function changesOf({ payload, occurredAt: at }: OutboxEvent): CareChange[] {
  const { doctor, patient, clinic, status, from, previous } = payloadSchema.parse(payload);
  const changes: CareChange[] = [];
  if (countedStatuses.includes(from)) {
    changes.push({
      doctor: previous?.doctor ?? doctor,
      patient,
      clinic: previous?.clinic ?? clinic,
      appointments: -1,
      at,
    });
  }
  if (countedStatuses.includes(status)) changes.push({ doctor, patient, clinic, appointments: 1, at });
  return changes;
}

/** One change for each relationship: one statement may not touch a row twice. */
function sumOf(changes: readonly CareChange[]): CareChange[] {
  const sums = new Map<string, CareChange>();
  for (const change of changes) {
    const key = `${change.doctor} ${change.patient} ${change.clinic}`;
    const known = sums.get(key);
    const appointments = (known?.appointments ?? 0) + change.appointments;
    sums.set(key, { ...(known ?? change), appointments });
  }
  return [...sums.values()].filter(({ appointments }) => appointments !== 0);
}
