import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import { type CareChange, countCare } from './queries.ts';

const payloadSchema = z.object({ doctor: z.uuid(), patient: z.uuid(), clinic: z.uuid(), from: z.string().nullish() });

const appointmentsBy: Readonly<Record<string, number>> = {
  'appointment.booked': 1,
  'appointment.cancelled': -1,
  'appointment.entered_in_error': -1,
};

/** An appointment that leaves one of these was not counted: it is no booking yet, or none any more. */
const uncounted: readonly (string | null | undefined)[] = ['pending', 'cancelled', 'entered_in_error'];

/** Keeps who treats whom: it decides which patients a doctor and the staff of a clinic see. */
export const careRelationshipConsumer: Consumer = {
  name: 'patients.care-relationship',
  source: 'appointments',
  eventTypes: Object.keys(appointmentsBy),
  async deliver(events, delivery) {
    const changes = sumOf(events);
    if (changes.length > 0) await countCare(delivery.transaction<Database>('patients'), changes);
  },
};

/** One change for each relationship: one statement may not touch a row twice. */
function sumOf(events: readonly OutboxEvent[]): CareChange[] {
  const changes = new Map<string, CareChange>();
  for (const { type, payload, occurredAt } of events) {
    const { doctor, patient, clinic, from } = payloadSchema.parse(payload);
    const by = appointmentsBy[type] ?? 0;
    if (by < 0 && uncounted.includes(from)) continue;
    const key = `${doctor} ${patient} ${clinic}`;
    const known = changes.get(key);
    const appointments = (known?.appointments ?? 0) + by;
    changes.set(key, { doctor, patient, clinic, appointments, at: known?.at ?? occurredAt });
  }
  return [...changes.values()].filter(({ appointments }) => appointments !== 0);
}
