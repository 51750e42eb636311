import type { CursorCodec } from '@consulta/platform/connection/cursor';
import { badUserInput } from '@consulta/platform/graphql/errors';

const ordering = 'stream';

/** Where an event stands among all, for clients to continue after. */
export function streamCursor(cursors: CursorCodec, position: number): string {
  return cursors.seal(ordering, [position]);
}

/**
 * The position that a subscription continues after; null where it begins now.
 *
 * @throws BAD_USER_INPUT at `after` where the cursor is of no subscription
 */
export function positionOf(cursors: CursorCodec, after: string | null | undefined): number | null {
  if (after == null) return null;
  const [position] = cursors.open(ordering, after) ?? [];
  if (typeof position !== 'number') throw badUserInput('This cursor does not belong to a subscription.', ['after']);
  return position;
}
