import { expect, test } from 'vitest';
import { type Board, byColumn, emptyBoard, isOf, type Visit, withoutVisit, withVisit } from './board.ts';
import { clinicDay } from './clinic-day.ts';

const here = isOf('here', clinicDay('2026-11-24', 'UTC'));

function visit(changes: Partial<Visit> = {}): Visit {
  return {
    id: 'a',
    start: '2026-11-24T09:00:00.000Z',
    status: 'BOOKED',
    modality: 'IN_PERSON',
    version: 1,
    clinic: { id: 'here' },
    doctor: { name: 'Dr. Ada Lane' },
    patient: { name: 'Ben Okoro' },
    service: { name: 'Consultation' },
    ...changes,
  };
}

const after = (...visits: Visit[]): Board => visits.reduce((board, each) => withVisit(board, each, here), emptyBoard);
const shown = (board: Board) =>
  Object.fromEntries(Object.entries(byColumn(board)).map(([column, visits]) => [column, visits.map(({ id }) => id)]));
const nobody = { BOOKED: [], ARRIVED: [], CHECKED_IN: [], FULFILLED: [] };

test('a visit is in the column of its status, by time', () => {
  const late = visit({ id: 'late', start: '2026-11-24T10:00:00.000Z' });
  const board = after(late, visit(), visit({ id: 'b', status: 'ARRIVED' }));
  expect(shown(board)).toEqual({ ...nobody, BOOKED: ['a', 'late'], ARRIVED: ['b'] });
});

test('what is told twice, or late, changes nothing', () => {
  const arrived = visit({ status: 'ARRIVED', version: 2 });
  expect(shown(after(visit(), arrived, arrived, visit()))).toEqual({ ...nobody, ARRIVED: ['a'] });
});

test('a visit that is cancelled or moves elsewhere is gone, and what is told late does not bring it back', () => {
  const moves: Partial<Visit>[] = [
    { status: 'CANCELLED' },
    { status: 'NO_SHOW' },
    { clinic: { id: 'elsewhere' } },
    { start: '2026-11-25T00:00:00.000Z' },
  ];
  for (const move of moves) expect(shown(after(visit(), visit({ ...move, version: 2 }), visit()))).toEqual(nobody);
  expect(shown(withVisit(withoutVisit(after(visit()), 'a', 2), visit(), here))).toEqual(nobody);
});

test('a visit that comes back is shown again', () => {
  const away = visit({ start: '2026-11-25T09:00:00.000Z', version: 2 });
  expect(shown(after(visit(), away, visit({ version: 3 })))).toEqual({ ...nobody, BOOKED: ['a'] });
});
