import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { expect, test } from 'vitest';
import { planTag, rosterTag, slotsTag } from '../src/availability/tags.ts';
import { topicsOf } from '../src/stream/topics.ts';

const event: OutboxEvent = {
  id: 1,
  aggregateType: 'appointment',
  aggregateId: 'a1',
  version: 2,
  type: 'appointment.rescheduled',
  payload: {},
  occurredAt: new Date(0),
};
const parties = { patient: 'p1', doctor: 'd1', clinic: 'c1' };

test('an appointment is told to those who watch it and to those who watch one of its parties', () => {
  expect(topicsOf({ ...event, payload: parties })).toEqual([
    'appointment:a1',
    'appointment:patient:p1',
    'appointment:doctor:d1',
    'appointment:clinic:c1',
  ]);
});

test('one that moved is told to those it left, each once', () => {
  expect(topicsOf({ ...event, payload: { ...parties, previous: { doctor: 'd0', clinic: 'c1' } } })).toEqual([
    'appointment:a1',
    'appointment:patient:p1',
    'appointment:doctor:d1',
    'appointment:clinic:c1',
    'appointment:doctor:d0',
  ]);
});

test('what voids computed free times is told to those who watch these', () => {
  const voids = [slotsTag('d1', '2026-03-03'), slotsTag('d1', '2026-03-04'), slotsTag('d0', '2026-03-03')];
  expect(topicsOf({ ...event, payload: { voids } })).toEqual(['appointment:a1', 'availability:d1', 'availability:d0']);
  const planned = { ...event, aggregateType: 'schedule', payload: { voids: [planTag('d1'), rosterTag] } };
  expect(topicsOf(planned)).toEqual(['availability:d1']);
});

test('a message is told to those who watch its appointment, and to the inboxes of its parties', () => {
  const message = { ...event, aggregateType: 'message', aggregateId: 'm1', type: 'message.sent' };
  expect(topicsOf({ ...message, payload: { ...parties, appointment: 'a1' } })).toEqual([
    'message:a1',
    'inbox:patient:p1',
    'inbox:doctor:d1',
    'inbox:clinic:c1',
  ]);
});

test('what nobody can follow is told to nobody', () => {
  expect(topicsOf({ ...event, aggregateType: 'series', payload: parties })).toEqual([]);
});
