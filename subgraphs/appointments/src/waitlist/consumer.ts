import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { DomainEvent, OutboxEvent } from '@consulta/platform/outbox/event';
import { writeEvents } from '@consulta/platform/outbox/write';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import { withdrawOffers } from './change-queries.ts';
import { type Departure, freedTimes, lockQueues } from './freed-time-queries.ts';
import { offerFreedTime } from './offer-freed-time.ts';

const schema = 'appointments';

const payloadSchema = z.object({
  doctor: z.uuid(),
  seq: z.int(),
  /** Where the appointment moved away from. */
  previous: z.object({ doctor: z.uuid() }).optional(),
});

/** Changes that give time back. */
const freeing = ['cancelled', 'expired', 'rescheduled', 'no_show', 'entered_in_error'];

/**
 * Offers time that became free to those who wait for it. Held time, the entry, what was offered and the events of all of
 * it commit with the delivery: a relay that dies has offered nothing, and the next one offers it once.
 *
 * @param offerMinutes how long an offered time is held; default 30
 * @param now the clock that notice and expiry are counted from
 */
export function createWaitlistConsumer({
  offerMinutes = 30,
  now = () => new Date(),
}: {
  offerMinutes?: number;
  now?: () => Date;
} = {}): Consumer {
  return {
    name: 'appointments.waitlist',
    source: schema,
    eventTypes: freeing.map((type) => `appointment.${type}`),
    async deliver(events, delivery) {
      const transaction = delivery.transaction<Database>(schema);
      const terms = { now: now(), minutes: offerMinutes };
      const departures = events.map(departureOf);
      const doctors = [...new Set(departures.map(({ doctor }) => doctor))].sort();
      await lockQueues(transaction, doctors);
      // Where it was an offer that came to nothing, whoever had it waits again: for another time.
      const ended = departures.map(({ appointment }) => appointment);
      await withdrawOffers(transaction, ended);

      const told: DomainEvent[] = [];
      const freed = Map.groupBy(await freedTimes(transaction, departures, terms.now), ({ doctor }) => doctor);
      for (const doctor of doctors) {
        const times = (freed.get(doctor) ?? []).map(({ start, end }) => ({
          start: start.getTime(),
          end: end.getTime(),
        }));
        if (times.length === 0) continue;
        await offerFreedTime(transaction, (event) => told.push(event), { doctor, freed: times, terms });
      }
      if (told.length > 0) await writeEvents(transaction, schema, told);
    },
  };
}

function departureOf({ aggregateId, payload }: OutboxEvent): Departure {
  const { doctor, seq, previous } = payloadSchema.parse(payload);
  return { appointment: aggregateId, seq, doctor: previous?.doctor ?? doctor };
}
