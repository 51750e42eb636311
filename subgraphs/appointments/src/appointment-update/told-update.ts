import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Context } from '../context.ts';
import { toldEvent } from '../stream/position.ts';
import type { Standing } from './queries.ts';

/** An event of an appointment that somebody is told of. */
export interface ToldUpdate {
  readonly event: StreamEvent;
}

/**
 * An update for whoever saw the appointment before the event or sees it after: a doctor whose appointment moves to another
 * is told, and no more.
 *
 * @param concerns whether an appointment that stood so is one of those that are watched
 */
export async function tellUpdate(
  context: Context,
  concerns: (standing: Standing) => boolean,
): Promise<ToldUpdate | null> {
  const event = toldEvent(context);
  const standings = await context.loaders.standing.seen(event);
  return standings.some(concerns) ? { event } : null;
}
