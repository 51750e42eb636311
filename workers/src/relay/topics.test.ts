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

test("a message goes to those who watch its appointment, and to the inboxes of the appointment's parties", () => {
  const payload = { appointment: 'a1', patient: 'p1', doctor: 'd1', clinic: 'c1' };
  expect(topicsOf({ ...event, aggregateType: 'message', aggregateId: 'm1', type: 'message.sent', payload })).toEqual([
    'message',
    'message:a1',
    'inbox:patient:p1',
    'inbox:doctor:d1',
    'inbox:clinic:c1',
  ]);
});
