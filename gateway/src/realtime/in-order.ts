import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Outcome } from './hydration.ts';

/** Of one subscription at the same time: the slowest of them holds up those after it, which are ready then. */
const atOnce = 4;

/**
 * Hydrates some events at the same time and delivers them one after the other.
 *
 * @param deliver false ends it
 */
export async function hydrateInOrder(
  events: readonly StreamEvent[],
  hydrate: (event: StreamEvent) => Promise<Outcome>,
  deliver: (event: StreamEvent, outcome: Outcome) => boolean | Promise<boolean>,
): Promise<void> {
  const underWay: Promise<Outcome>[] = [];
  for (const [index, event] of events.entries()) {
    for (const next of events.slice(underWay.length, index + atOnce)) underWay.push(hydrate(next));
    const outcome = await underWay[index];
    if (outcome === undefined || !(await deliver(event, outcome))) return;
  }
}
