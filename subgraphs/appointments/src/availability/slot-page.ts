import { type Connection, toConnection } from '@consulta/platform/connection/connection';
import type { CursorCodec, KeyValue } from '@consulta/platform/connection/cursor';
import type { Ordering, Page } from '@consulta/platform/connection/ordering';
import type { Slot } from './slots.ts';

export type SlotColumn = 'start';

/** Within one doctor's slots of one service, no two start together. */
export const slotOrdering = {
  name: 'slot.START_ASC',
  direction: 'asc',
  keys: [{ column: 'start', type: 'timestamptz' }],
} as const satisfies Ordering<SlotColumn>;

/** A page of slots that were computed rather than selected: between the cursors, and one more to tell of the next page. */
export function slotPage<Item extends Pick<Slot, 'start'>>(
  slots: readonly Item[],
  page: Page<SlotColumn>,
  cursors: CursorCodec,
): Connection<Item> {
  const after = instantOf(page.after);
  const before = instantOf(page.before);
  const between = slots.filter(
    ({ start }) => (after === null || start.getTime() > after) && (before === null || start.getTime() < before),
  );
  const rows = (page.backwards ? between.toReversed() : between).slice(0, page.size + 1);
  return toConnection(rows, page, cursors, () => Promise.resolve(slots.length));
}

function instantOf(place: readonly KeyValue[] | null): number | null {
  return place === null ? null : new Date(place[0] as KeyValue).getTime();
}
