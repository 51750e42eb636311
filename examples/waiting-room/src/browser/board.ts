import type { ClinicDay } from './clinic-day.ts';
import type { VisitFragment } from './generated/documents.ts';

export type Visit = VisitFragment;

/** The board's columns, in the order in which a patient passes through them. */
export const columns = ['BOOKED', 'ARRIVED', 'CHECKED_IN', 'FULFILLED'] as const;

export type Column = (typeof columns)[number];

export function columnOf({ status }: Visit): Column | undefined {
  return columns.find((column) => column === status);
}

/** What is known of a day's visits. What is told twice, or late, changes nothing. */
export interface Board {
  readonly visits: ReadonlyMap<string, Visit>;
  /** Versions of all that was ever told, also of visits that left. */
  readonly versions: ReadonlyMap<string, number>;
}

export const emptyBoard: Board = { visits: new Map(), versions: new Map() };

/** With a visit as it is now: in its column, or gone where it is no longer one of the clinic's on this day. */
export function withVisit(board: Board, visit: Visit, isShown: (visit: Visit) => boolean): Board {
  const { id, version } = visit;
  if (version < (board.versions.get(id) ?? 0)) return board;
  const visits = new Map(board.visits);
  if (columnOf(visit) !== undefined && isShown(visit)) visits.set(id, visit);
  else visits.delete(id);
  return { visits, versions: new Map(board.versions).set(id, version) };
}

/** Without one that went where the viewer sees nothing. */
export function withoutVisit(board: Board, id: string, version: number): Board {
  const { visits, versions } = board;
  if (version < (versions.get(id) ?? 0)) return board;
  const left = new Map(visits);
  left.delete(id);
  return { visits: left, versions: new Map(versions).set(id, version) };
}

export function isOf(clinic: string, { from, to }: ClinicDay): (visit: Visit) => boolean {
  return (visit) => {
    const start = Date.parse(visit.start);
    return visit.clinic?.id === clinic && Date.parse(from) <= start && start < Date.parse(to);
  };
}

/** The visits of each column, by time. */
export function byColumn({ visits }: Board): Readonly<Record<Column, readonly Visit[]>> {
  const sorted = [...visits.values()].sort((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id));
  const of = (column: Column): readonly Visit[] => sorted.filter(({ status }) => status === column);
  return { BOOKED: of('BOOKED'), ARRIVED: of('ARRIVED'), CHECKED_IN: of('CHECKED_IN'), FULFILLED: of('FULFILLED') };
}
