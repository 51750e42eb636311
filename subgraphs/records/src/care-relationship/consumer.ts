import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import { type CareChange, countCare } from './queries.ts';

const payloadSchema = z.object({
  doctor: z.uuid(),
  patient: z.uuid(),
  clinic: z.uuid(),
  /** Status before the change; none for a new appointment. */
  from: z.string().nullish(),
  /** Where the appointment moved away from. */
  previous: z.object({ doctor: z.uuid(), clinic: z.uuid() }).optional(),
});

/** An appointment of one of these makes the patient one whom the doctor and the clinic treat. */
const countedStatuses: readonly unknown[] = ['booked', 'arrived', 'checked_in', 'fulfilled', 'no_show'];

/** Whether the appointment counts after such an event, given whether it did before. The other types change neither. */
const countsAfter: Readonly<Record<string, (before: boolean) => boolean>> = {
  'appointment.booked': () => true,
  'appointment.rescheduled': (before) => before,
  'appointment.cancelled': () => false,
  'appointment.entered_in_error': () => false,
};

/** Keeps who treats whom: a doctor reads the records of patients who have, or had, an appointment with them. */
export const careRelationshipConsumer: Consumer = {
  name: 'records.care-relationship',
  source: 'appointments',
  eventTypes: Object.keys(countsAfter),
  async deliver(events, delivery) {
    const changes = sumOf(events.flatMap(changesOf));
    if (changes.length > 0) await countCare(delivery.transaction<Database>('records'), changes);
  },
};

/** What the appointment was counted for before goes down by one, what it is counted for now goes up. */
function changesOf({ type, payload, occurredAt: at }: OutboxEvent): CareChange[] {
  const { doctor, patient, clinic, from, previous } = payloadSchema.parse(payload);
  const before = countedStatuses.includes(from);
  const changes: CareChange[] = [];
  if (before) changes.push({ doctor, clinic, ...previous, patient, appointments: -1, at });
  if (countsAfter[type]?.(before)) changes.push({ doctor, patient, clinic, appointments: 1, at });
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
