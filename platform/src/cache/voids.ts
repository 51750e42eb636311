import { newToken, tagKey, tokenMillis } from './keys.ts';
import type { Entry, Store } from './store.ts';

/** Unsent ones beyond this are left to the relay. */
const mostUnsent = 10_000;

/** Invalidations that this process makes, and that its own readers must not overtake. */
export interface Voids {
  /** Sends new tokens for tags. What the store does not take is sent again before it is next read. */
  send(tags: readonly string[]): void;
  /**
   * Resolves once the store has what was sent of these tags.
   *
   * @throws {StoreUnavailable} where it still does not take it
   */
  settle(tags: readonly string[]): Promise<void>;
}

export function createVoids(store: Store): Voids {
  const unsent = new Map<string, Promise<void>>();

  const send = (tags: readonly string[]): Promise<void> => {
    const sending = store.write(tags.map(tokenEntry));
    for (const tag of tags) {
      unsent.delete(tag);
      unsent.set(tag, sending);
    }
    for (const tag of unsent.keys()) {
      if (unsent.size <= mostUnsent) break;
      unsent.delete(tag);
    }
    return sending.then(() => {
      for (const tag of tags) if (unsent.get(tag) === sending) unsent.delete(tag);
    });
  };

  return {
    send(tags) {
      send(tags).catch(() => undefined);
    },
    async settle(tags) {
      if (unsent.size === 0) return;
      const waiting = tags.filter((tag) => unsent.has(tag));
      await Promise.allSettled(waiting.map((tag) => unsent.get(tag)));
      const refused = waiting.filter((tag) => unsent.has(tag));
      if (refused.length > 0) await send(refused);
    },
  };
}

/** A new token for a tag: whatever was kept under the one before counts no more. */
export function tokenEntry(tag: string): Entry {
  return { key: tagKey(tag), value: newToken(), millis: tokenMillis };
}
