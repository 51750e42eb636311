import { LRUCache } from 'lru-cache';
import type { CacheDefinition } from './cache.ts';
import { type Found, judge, type Kept } from './envelope.ts';
import { lockKey, lockMillis, tagKey, valueKey } from './keys.ts';
import type { Snapshot, Store } from './store.ts';
import { tokenEntry, type Voids } from './voids.ts';

/** Ids, each with the tokens that a value of it would be kept under. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** Reads what one cache keeps. What waits takes one round trip, a second where a tag has no token yet. */
export interface Lookup {
  tagsOf(id: string): readonly string[];
  keyOf(id: string): string;
  /** What counts and is at hand, without waiting; ids of which that cannot be said are left out. */
  glance(ids: readonly string[]): ReadonlyMap<string, Kept>;
  /** Never fails: where the store cannot be used, all are `aside`. */
  look(ids: readonly string[]): Promise<ReadonlyMap<string, Found>>;
  /**
   * Takes the locks of fills that are free, and looks again after that.
   *
   * @throws {StoreUnavailable}
   */
  lock(
    needs: Needs,
    owner: string,
  ): Promise<{ readonly won: ReadonlySet<string>; readonly found: ReadonlyMap<string, Found> }>;
  /**
   * Looks while others hold the locks.
   *
   * @throws {StoreUnavailable}
   */
  watch(needs: Needs): Promise<{ readonly locked: ReadonlySet<string>; readonly found: ReadonlyMap<string, Found> }>;
}

/** Ids whose keys are known: to make their texts costs more than to look there. */
const mostPlaces = 10_000;

/** Where things of an id are. */
interface Place {
  readonly tags: readonly string[];
  /** Of the value, then of the tags. */
  readonly keys: readonly [string, ...string[]];
}

export function createLookup({
  definition: { name, version, tagsOf = (id) => [`${name}:${id}`] },
  store,
  voids,
}: {
  definition: CacheDefinition;
  store: Store;
  voids: Voids;
}): Lookup {
  const places = new LRUCache<string, Place>({ max: mostPlaces });
  const placeOf = (id: string): Place => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const tags = tagsOf(id);
    const place: Place = { tags, keys: [valueKey(name, version, id), ...tags.map(tagKey)] };
    places.set(id, place);
    return place;
  };
  const keyOf = (id: string): string => placeOf(id).keys[0];
  const layout = (ids: readonly string[]) => {
    const tags = [...new Set(ids.flatMap((id) => placeOf(id).tags))];
    return { ids, tags, keys: [...ids.map(keyOf), ...tags.map(tagKey)] };
  };
  const judgeAll = ({ ids, tags }: ReturnType<typeof layout>, { held, life }: Snapshot): Map<string, Found> => {
    const tokens = new Map(tags.map((tag, index) => [tag, held[ids.length + index]]));
    const tokensOf = (id: string) => placeOf(id).tags.map((tag) => tokens.get(tag));
    return new Map(ids.map((id, index) => [id, judge(held[index], tokensOf(id), life)]));
  };
  const locksOf = (needs: Needs) => Array.from(needs, ([id, tokens]) => lockKey(keyOf(id), tokens));

  return {
    tagsOf: (id) => placeOf(id).tags,
    keyOf,
    glance(ids) {
      const kept = new Map<string, Kept>();
      if (store.glance === undefined) return kept;
      for (const id of ids) {
        const { held, life } = store.glance(placeOf(id).keys);
        const found = judge(held[0], held.slice(1), life);
        if (found.state === 'kept') kept.set(id, found);
      }
      return kept;
    },
    async look(ids) {
      const aside = () => new Map(ids.map((id) => [id, { state: 'aside' } as const]));
      if (!store.available()) return aside();
      try {
        const all = layout(ids);
        await voids.settle(all.tags);
        const found = judgeAll(all, await store.read(all.keys));
        const untagged = ids.filter((id) => found.get(id)?.state === 'untagged');
        if (untagged.length === 0) return found;
        // Before the values are read: a token made after that could not tell of an invalidation in between.
        const part = layout(untagged);
        const { snapshot } = await store.claim(part.tags.map(tokenEntry), part.keys);
        return new Map([...found, ...judgeAll(part, snapshot)]);
      } catch {
        return aside();
      }
    },
    async lock(needs, owner) {
      const all = layout([...needs.keys()]);
      const locks = locksOf(needs).map((key) => ({ key, value: owner, millis: lockMillis }));
      const { claimed, snapshot } = await store.claim(locks, all.keys);
      return { won: new Set(all.ids.filter((_id, index) => claimed[index])), found: judgeAll(all, snapshot) };
    },
    async watch(needs) {
      const all = layout([...needs.keys()]);
      const snapshot = await store.read([...all.keys, ...locksOf(needs)]);
      const locks = snapshot.held.slice(all.keys.length);
      return {
        locked: new Set(all.ids.filter((_id, index) => locks[index] !== undefined)),
        found: judgeAll(all, snapshot),
      };
    },
  };
}
