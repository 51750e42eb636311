import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { VideoSessionRow } from './queries.ts';

/** An event of a video visit's session that somebody is told of. */
export interface ToldSession {
  readonly event: StreamEvent;
  readonly session: VideoSessionRow;
}
