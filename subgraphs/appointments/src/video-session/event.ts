import type { DomainEvent } from '@consulta/platform/outbox/event';
import type { VideoSessionRow } from './queries.ts';

/** Tells of a change of a session. Uuids only. */
export function sessionChanged(
  type: 'scheduled' | 'rescheduled' | 'cancelled',
  session: Pick<VideoSessionRow, 'id' | 'version' | 'appointment_id'>,
): DomainEvent {
  return {
    aggregateType: 'video_session',
    aggregateId: session.id,
    version: session.version,
    type: `video.${type}`,
    payload: { appointment: session.appointment_id },
  };
}
