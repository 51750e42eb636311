import type { Client } from '@urql/core';
import { useEffect, useState } from 'preact/hooks';
import { type Board, emptyBoard, isOf, type Visit, withoutVisit, withVisit } from './board.ts';
import type { ClinicDay } from './clinic-day.ts';
import { type BoardUpdate, followBoard } from './follow-board.ts';

export type BoardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly board: Board; readonly latest: Visit | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

/** A clinic's day as it is, and a way to show at once what this page itself has changed. */
export function useBoard(
  graph: Client,
  clinic: string,
  day: ClinicDay,
): { readonly state: BoardState; changed(visit: Visit): void; restart(): void } {
  const [state, setState] = useState<BoardState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const isShown = isOf(clinic, day);

  const change = (visit: Visit | undefined, next: (board: Board) => Board): void =>
    setState((shown) => (shown.kind === 'shown' ? { kind: 'shown', board: next(shown.board), latest: visit } : shown));
  const changed = (visit: Visit): void => change(visit, (board) => withVisit(board, visit, isShown));
  const updated = ({ appointment, appointmentId, version }: BoardUpdate): void => {
    if (appointment == null) change(undefined, (board) => withoutVisit(board, appointmentId, version));
    else changed(appointment);
  };

  useEffect(() => {
    setState({ kind: 'loading' });
    return followBoard(graph, clinic, day, {
      read(visits) {
        const board = visits.reduce((read, visit) => withVisit(read, visit, isShown), emptyBoard);
        setState({ kind: 'shown', board, latest: undefined });
      },
      updated,
      failed: (reason) => setState({ kind: 'failed', reason }),
    });
  }, [graph, clinic, day, attempt]);

  return { state, changed, restart: () => setAttempt((attempts) => attempts + 1) };
}
