import { randomUUID } from 'node:crypto';
import type { Json, OutboxEvent } from '@consulta/platform/outbox/event';

/** A doctor, a patient and a clinic. */
export interface CareTrio {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
}

/** What appointments tells, in portions as a relay delivers them, and what is counted in the end. */
interface CareCase {
  readonly behaviour: string;
  readonly deliveries: readonly (readonly OutboxEvent[])[];
  /** How many appointments each relationship has; undefined where there is no relationship. */
  readonly counts: readonly (readonly [CareTrio, number | undefined])[];
}

export const newTrio = (): CareTrio => ({ doctor: randomUUID(), patient: randomUUID(), clinic: randomUUID() });

let position = 0;

/** An event as appointments writes it: what the appointment is now, and its status before. */
function careEvent(type: string, trio: CareTrio, more: { readonly [key: string]: Json } = {}): OutboxEvent {
  position += 1;
  return {
    id: position,
    aggregateType: 'appointment',
    aggregateId: randomUUID(),
    version: 1,
    type: `appointment.${type}`,
    payload: { ...trio, ...more },
    occurredAt: new Date('2026-11-24T10:00:00Z'),
  };
}

export const booked = (trio: CareTrio, from: string | null = null, at?: Date): OutboxEvent => ({
  ...careEvent('booked', trio, { from, status: 'booked' }),
  ...(at && { occurredAt: at }),
});
export const cancelled = (trio: CareTrio, from = 'booked'): OutboxEvent =>
  careEvent('cancelled', trio, { from, status: 'cancelled' });
const mistaken = (trio: CareTrio, from: string): OutboxEvent =>
  careEvent('entered_in_error', trio, { from, status: 'entered_in_error' });
const rescheduled = (trio: CareTrio, from: string, previous?: CareTrio): OutboxEvent =>
  careEvent('rescheduled', trio, {
    from,
    status: from,
    ...(previous && { previous: { doctor: previous.doctor, clinic: previous.clinic } }),
  });

/**
 * Patients and records each keep who treats whom, and neither may import the other: both run these cases, so that they
 * count alike. Each call makes new ids.
 */
export function careRelationshipCases(): readonly CareCase[] {
  return cases.map(([behaviour, make]) => ({ behaviour, ...make(newTrio()) }));
}

const cases: readonly (readonly [string, (care: CareTrio) => Omit<CareCase, 'behaviour'>])[] = [
  [
    'bookings count up, in one delivery or in several',
    (care) => ({ deliveries: [[booked(care), booked(care)], [booked(care)]], counts: [[care, 3]] }),
  ],
  [
    'cancellations and errors count down',
    (care) => ({
      deliveries: [
        [booked(care), booked(care), booked(care)],
        [cancelled(care), mistaken(care, 'fulfilled')],
      ],
      counts: [[care, 1]],
    }),
  ],
  [
    'the relationship goes with its last appointment',
    (care) => ({ deliveries: [[booked(care)], [mistaken(care, 'no_show')]], counts: [[care, undefined]] }),
  ],
  [
    'what is booked and cancelled within one delivery leaves nothing',
    (care) => {
      const other = newTrio();
      return {
        deliveries: [[booked(care), booked(other), cancelled(care)]],
        counts: [
          [care, undefined],
          [other, 1],
        ],
      };
    },
  ],
  [
    'a hold that is given up was never counted',
    (care) => ({ deliveries: [[booked(care)], [cancelled(care, 'pending')]], counts: [[care, 1]] }),
  ],
  [
    'a cancelled appointment that turns out to be an error counts down once',
    (care) => ({
      deliveries: [[booked(care), booked(care)], [cancelled(care)], [mistaken(care, 'cancelled')]],
      counts: [[care, 1]],
    }),
  ],
  ['an approved hold counts once', (care) => ({ deliveries: [[booked(care, 'pending')]], counts: [[care, 1]] })],
  [
    'an appointment that stays with its doctor and clinic changes nothing',
    (care) => ({ deliveries: [[booked(care)], [rescheduled(care, 'booked')]], counts: [[care, 1]] }),
  ],
  [
    'an appointment that moves to another doctor moves the relationship',
    (care) => {
      const moved = { ...care, doctor: randomUUID() };
      return {
        deliveries: [[booked(care)], [rescheduled(moved, 'booked', care)]],
        counts: [
          [care, undefined],
          [moved, 1],
        ],
      };
    },
  ],
  [
    'an appointment that moves to another clinic moves the relationship, also within one delivery',
    (care) => {
      const moved = { ...care, clinic: randomUUID() };
      return {
        deliveries: [[booked(care), rescheduled(moved, 'booked', care), booked(moved), cancelled(moved)]],
        counts: [
          [care, undefined],
          [moved, 1],
        ],
      };
    },
  ],
  [
    'a hold that moves counts nowhere',
    (care) => {
      const moved = { ...care, doctor: randomUUID() };
      return {
        deliveries: [[rescheduled(moved, 'pending', care)]],
        counts: [
          [care, undefined],
          [moved, undefined],
        ],
      };
    },
  ],
  [
    'a cancellation of what was booked before the model began is ignored',
    (care) => ({ deliveries: [[cancelled(care)]], counts: [[care, undefined]] }),
  ],
];
