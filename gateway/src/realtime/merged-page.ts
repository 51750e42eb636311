import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { StreamLog } from './stream-log.ts';

export interface MergedPage {
  /** In order of their positions, each position once. */
  readonly events: readonly StreamEvent[];
  /** Whether there was nothing more when it was read. */
  readonly isLast: boolean;
}

/** The next events of several topics as of one: an event of two of them comes once. */
export async function readMerged(
  log: StreamLog,
  topics: readonly string[],
  after: number,
  first: number,
): Promise<MergedPage> {
  const found = await log.events(
    topics.map((topic) => ({ topic, after })),
    first,
  );
  const ends = [...Map.groupBy(found, ({ topic }) => topic).values()]
    .filter((events) => events.length >= first)
    .map((events) => events.at(-1)?.position ?? after);
  // Beyond the end of a full page its topic may have events that stand between those of the others.
  const certain = Math.min(...ends);
  const byPosition = new Map<number, StreamEvent>();
  for (const event of found) if (event.position <= certain) byPosition.set(event.position, event);
  const events = [...byPosition.values()].sort((a, b) => a.position - b.position);
  return { events, isLast: ends.length === 0 };
}
