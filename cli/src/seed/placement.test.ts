import { expect, test } from 'vitest';
import { minutes } from './calendar.ts';
import { placeVisits, slotMinutes } from './placement.ts';
import { createRandom } from './random.ts';

const morning = { from: Date.parse('2027-03-01T08:00:00Z'), to: Date.parse('2027-03-01T12:00:00Z') };
const afternoon = { from: Date.parse('2027-03-01T13:00:00Z'), to: Date.parse('2027-03-01T15:30:00Z') };
const services = [
  { minutes: 15, before: 0, after: 0 },
  { minutes: 45, before: 15, after: 15 },
  { minutes: 60, before: 0, after: 0 },
];
const openings = [
  { span: morning, services },
  { span: afternoon, services },
];

const days = Array.from({ length: 500 }, (_, seed) => placeVisits(createRandom(seed), openings, seed % 20));

test('visits and their buffers never overlap and stay inside their opening', () => {
  for (const placements of days) {
    placements.forEach(({ busy, visit, opening }, index) => {
      expect(busy.from).toBeGreaterThanOrEqual(placements[index - 1]?.busy.to ?? opening.span.from);
      expect(busy.from).toBeLessThanOrEqual(visit.from);
      expect(busy.to).toBeGreaterThanOrEqual(visit.to);
      expect(busy.from).toBeGreaterThanOrEqual(opening.span.from);
      expect(busy.to).toBeLessThanOrEqual(opening.span.to);
    });
  }
});

test('visits start on the grid of their opening', () => {
  for (const { visit, opening } of days.flat()) {
    expect((visit.from - opening.span.from) % minutes(slotMinutes)).toBe(0);
  }
});

test('there are never more visits than wanted, and as many where there is room', () => {
  days.forEach((placements, seed) => {
    expect(placements.length).toBeLessThanOrEqual(seed % 20);
  });
  const roomy = Array.from({ length: 100 }, (_, seed) => placeVisits(createRandom(seed), openings, 3).length);
  expect(roomy.filter((count) => count === 3).length).toBeGreaterThan(80);
});
