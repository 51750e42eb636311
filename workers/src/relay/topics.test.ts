import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { expect, test } from 'vitest';
import { topicsOf } from './topics.ts';

const event: OutboxEvent = {
  id: 1,
  aggregateType: 'clinic',
  aggregateId: 'c1',
  version: 2,
  type: 'clinic.changed',
  payload: { doctor: 'd1' },
  occurredAt: new Date(0),
};

test('an event goes to those who watch its kind and to those who watch its aggregate', () => {
  expect(topicsOf(event)).toEqual(['clinic', 'clinic:c1']);
});

test('an appointment also goes to those who watch one of its parties', () => {
  const payload = { patient: 'p1', doctor: 'd1', clinic: null };
  expect(topicsOf({ ...event, aggregateType: 'appointment', aggregateId: 'a1', payload })).toEqual([
    'appointment',
    'appointment:a1',
    'appointment:patient:p1',
    'appointment:doctor:d1',
  ]);
});
