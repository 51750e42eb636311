import type { CacheDefinition } from './cache.ts';
import type { Found, Kept } from './envelope.ts';
import type { Lookup } from './lookup.ts';
import type { Entry, Store } from './store.ts';

/**
 * A lookup in the process's own memory, and where that does not help in the store of all processes, whose answers it
 * remembers. It does not keep what this process makes: that is read from there once, as by everybody else.
 *
 * @param near judges memory, by tokens of its own
 * @param far judges the store of all processes; whatever is found is found there, and is renewed there
 */
export function createNearLookup({
  definition: { ttlSeconds, warm },
  near,
  store,
  far,
}: {
  definition: CacheDefinition;
  near: Lookup;
  /** What `near` looks into. */
  store: Store;
  far: Lookup;
}): Lookup {
  // What is made anew before it is past its time must be seen to need it, and seen once it was.
  const renewalMillis = warm === undefined ? 0 : ttlSeconds * 100;

  /** Under the tokens of before it was read: what was voided meanwhile is never served. */
  const entryOf = (id: string, place: Found | undefined, found: Found): Entry[] => {
    if (place === undefined || !('tokens' in place) || found.state !== 'kept') return [];
    const until = found.until - renewalMillis;
    const millis = until - Date.now();
    if (millis <= 0) return [];
    return [{ key: near.keyOf(id), value: { tokens: place.tokens, until, value: found }, millis }];
  };

  return {
    ...far,
    glance: (ids) => new Map(Array.from(near.glance(ids), ([id, { value }]) => [id, value as Kept])),
    async look(ids) {
      const places = await near.look(ids);
      const found = await far.look(ids);
      const entries = Array.from(found, ([id, each]) => entryOf(id, places.get(id), each)).flat();
      if (entries.length > 0) await store.write(entries);
      return found;
    },
  };
}
