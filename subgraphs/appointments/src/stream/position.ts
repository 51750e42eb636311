import type { CursorCodec } from '@consulta/platform/connection/cursor';
import { badUserInput } from '@consulta/platform/graphql/errors';
import type { OpenedStream, StreamEvent } from '@consulta/platform/stream/stream-event';

/** Positions are those of one log, whatever is watched in it. */
const ordering = 'stream';

/** The cursor of what is told of an event, or of how far the log has come. */
export function cursorOf(cursors: CursorCodec, { position }: Pick<StreamEvent, 'position'>): string {
  return cursors.seal(ordering, [position]);
}

/**
 * What a subscription follows, from now on or from where its client was.
 *
 * @throws BAD_USER_INPUT where `after` is no cursor of a subscription
 */
export function follow(
  topics: readonly string[],
  { after }: { readonly after?: string | null },
  cursors: CursorCodec,
): OpenedStream {
  return { topics, after: after == null ? null : positionOf(cursors, after) };
}

function positionOf(cursors: CursorCodec, cursor: string): number {
  const [position] = cursors.open(ordering, cursor) ?? [];
  if (typeof position !== 'number') throw badUserInput('This cursor does not belong to a subscription.', ['after']);
  return position;
}

/** The event that a subscription is answered for. */
export function toldEvent({ event }: { readonly event?: StreamEvent | undefined }): StreamEvent {
  if (event === undefined) throw new Error('a subscription is answered for one event, and there is none');
  return event;
}
