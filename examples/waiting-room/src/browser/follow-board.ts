import type { Client, CombinedError, OperationResult } from '@urql/core';
import { onEnd, pipe, subscribe } from 'wonka';
import { answerOf, reasonOf } from './answer.ts';
import { backoff } from './backoff.ts';
import type { Visit } from './board.ts';
import type { ClinicDay } from './clinic-day.ts';
import {
  BoardUpdatesDocument,
  type BoardUpdatesSubscription,
  DayDocument,
  type DayQuery,
  NowDocument,
} from './generated/documents.ts';

export type BoardUpdate = NonNullable<BoardUpdatesSubscription['clinicBoardUpdated']>;

export interface BoardEvents {
  /** The whole day as it is; what was known before is void. */
  read(visits: readonly Visit[]): void;
  updated(update: BoardUpdate): void;
  /** It is over, and why. */
  failed(reason: string): void;
}

/**
 * Tells of a clinic's day: all of it, then each change, without a gap between the two, and without one where the
 * connection was lost.
 *
 * @returns ends it
 */
export function followBoard(graph: Client, clinic: string, day: ClinicDay, events: BoardEvents): () => void {
  let isOver = false;
  let unsubscribe = (): void => undefined;

  const start = async (): Promise<void> => {
    // Where the day is read after this, it holds all that was told up to here; the rest is told.
    let cursor = (await answerOf(graph.query(NowDocument, {}))).updatesCursor;
    const visits = await readDay(graph, clinic, day);
    if (isOver) return;
    events.read(visits);

    const variables = {
      clinic,
      date: day.date,
      // Read anew for each attempt to connect: it goes on where it was.
      get after() {
        return cursor;
      },
    };
    const tell = ({ data, error }: OperationResult<BoardUpdatesSubscription>): void => {
      if (isOver) return;
      const update = data?.clinicBoardUpdated;
      if (error !== undefined) {
        if (codeOf(error) === 'CURSOR_EXPIRED') begin();
        else fail(reasonOf(error));
      } else if (update != null) {
        cursor = update.cursor;
        events.updated(update);
      }
    };
    let isWanted = true;
    const subscription = pipe(
      graph.subscription(BoardUpdatesDocument, variables),
      // Also where this page ends it.
      onEnd(() => {
        if (isWanted) fail('The board may no longer be followed.');
      }),
      subscribe(tell),
    );
    unsubscribe = () => {
      isWanted = false;
      subscription.unsubscribe();
    };
  };
  const begin = (retries = 0): void => {
    unsubscribe();
    start().catch(async (error: CombinedError) => {
      if (error.networkError === undefined) return fail(reasonOf(error));
      await backoff(retries);
      if (!isOver) begin(retries + 1);
    });
  };
  const fail = (reason: string): void => {
    if (isOver) return;
    stop();
    events.failed(reason);
  };
  const stop = (): void => {
    isOver = true;
    unsubscribe();
  };
  begin();
  return stop;
}

async function readDay(graph: Client, clinic: string, { from, to }: ClinicDay): Promise<Visit[]> {
  const visits: Visit[] = [];
  let after: string | null = null;
  do {
    const { appointments }: DayQuery = await answerOf(graph.query(DayDocument, { clinic, from, to, after }));
    visits.push(...appointments.edges.map(({ node }) => node));
    after = appointments.pageInfo.hasNextPage ? (appointments.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return visits;
}

function codeOf({ graphQLErrors }: CombinedError): unknown {
  return graphQLErrors[0]?.extensions['code'];
}
