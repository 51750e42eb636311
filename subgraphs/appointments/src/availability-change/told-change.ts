import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { type Interval, overlaps } from '../availability/intervals.ts';
import { startsAround } from '../availability/tags.ts';
import type { Context } from '../context.ts';
import { toldEvent } from '../stream/position.ts';

/** A change of a doctor's free times that somebody is told of. */
export interface ToldChange {
  readonly event: StreamEvent;
  /** A uuid. */
  readonly doctor: string;
}

/** Tells of a change where free times of the period may be others now; a change of the planning may touch any period. */
export async function tellChange(context: Context, doctor: string, period: Interval): Promise<ToldChange | null> {
  const event = toldEvent(context);
  if (event.aggregateType !== 'appointment') return { event, doctor };
  const standings = await context.loaders.standing.every(event);
  const meets = standings.some(
    ({ doctor_id, starts_at, ends_at }) =>
      doctor_id === doctor && overlaps(startsAround({ start: starts_at.getTime(), end: ends_at.getTime() }), period),
  );
  return meets ? { event, doctor } : null;
}
