import { setTimeout as sleep } from 'node:timers/promises';
import type { CacheDefinition, Fill } from './cache.ts';
import { asKept, type Envelope, type Found, sameTokens } from './envelope.ts';
import { lockKey, newToken } from './keys.ts';
import type { Lookup, Needs } from './lookup.ts';
import type { CacheMetrics } from './metrics.ts';
import type { Entry, Store } from './store.ts';

/** Each an invalidation between two round trips: whoever meets so many does without the cache. */
const mostRounds = 10;
const firstPauseMillis = 5;
const longestPauseMillis = 80;

type Values<Value> = Map<string, Value | null>;

/** Makes values that are not kept, each once however many processes want it. */
export interface Filling<Value> {
  /** Makes and keeps what nobody else is making, and waits for what others make. */
  fill(needs: Needs, fill: Fill<Value>): Promise<ReadonlyMap<string, Value | null>>;
  /** Makes values without keeping them. */
  bypass(ids: readonly string[], fill: Fill<Value>): Promise<ReadonlyMap<string, Value | null>>;
  /**
   * Makes anew what is still due and nobody else is making. Waits for nobody.
   *
   * @returns how many it made
   */
  renew(needs: Needs, fill: Fill<Value>, isDue: (found: Found) => boolean): Promise<number>;
}

/** What became of ids once their locks were asked for, or waited for. */
interface Sorted<Value> {
  readonly kept: Values<Value>;
  /** To be made under these tokens. */
  readonly still: Map<string, readonly string[]>;
  /** Invalidated meanwhile: these are the tokens now. */
  readonly changed: Map<string, readonly string[]>;
  /** The store is away, or not to be trusted. */
  readonly aside: string[];
}

export function createFilling<Value>({
  definition: { name, ttlSeconds, staleSeconds = 0, absentSeconds = 5 },
  lookup,
  store,
  metrics,
}: {
  definition: CacheDefinition<Value>;
  lookup: Lookup;
  store: Store;
  metrics: CacheMetrics;
}): Filling<Value> {
  /** Spread by a tenth, so that what was made together is not made anew together. */
  const entry = (id: string, tokens: readonly string[], value: Value | null): Entry => {
    const spread = 0.9 + Math.random() / 5;
    const good = (value === null ? absentSeconds : ttlSeconds) * 1000 * spread;
    const stale = value === null ? 0 : staleSeconds * 1000;
    const envelope: Envelope = { tokens, until: Date.now() + good, ...(value !== null && { value }) };
    return { key: lookup.keyOf(id), value: envelope, millis: Math.ceil(good + stale) };
  };
  const release = (needs: Needs, owner: string): void => {
    if (needs.size === 0) return;
    const locks = Array.from(needs, ([id, tokens]) => lockKey(lookup.keyOf(id), tokens));
    // Where it fails, the lock's own end does it.
    store.release(locks, owner).catch(() => undefined);
  };
  const make = async (ids: readonly string[], fill: Fill<Value>): Promise<Values<Value>> => {
    if (ids.length === 0) return new Map();
    const end = metrics.startFill(name);
    const made = await fill(ids);
    end();
    return new Map(ids.map((id) => [id, asKept(made.get(id) ?? null)]));
  };
  const makeAndKeep = async (needs: Needs, owner: string, fill: Fill<Value>): Promise<Values<Value>> => {
    if (needs.size === 0) return new Map();
    try {
      const values = await make([...needs.keys()], fill);
      const entries = Array.from(needs, ([id, tokens]) => entry(id, tokens, values.get(id) ?? null));
      // A store that is away costs the others their wait, and nobody the answer.
      await store.write(entries).catch(() => undefined);
      return values;
    } finally {
      release(needs, owner);
    }
  };
  const bypass = async (ids: readonly string[], fill: Fill<Value>): Promise<Values<Value>> => {
    metrics.count(name, 'bypassed', ids.length);
    return make(ids, fill);
  };

  /** Waits for what others make, on the store and never on the database. */
  const wait = async (needs: Needs): Promise<Sorted<Value>> => {
    const waited = newSorted<Value>();
    let waiting: Needs = needs;
    for (let pause = firstPauseMillis; waiting.size > 0; pause = Math.min(pause * 2, longestPauseMillis)) {
      await sleep(pause * (0.75 + Math.random() / 2));
      const seen = await lookup.watch(waiting).catch(() => null);
      if (seen === null) {
        waited.aside.push(...waiting.keys());
        break;
      }
      const { still, ...others } = sort<Value>(waiting, seen.found);
      merge(waited, others);
      waiting = pick(still, (id) => seen.locked.has(id));
      merge(waited, { still: pick(still, (id) => !seen.locked.has(id)) });
    }
    metrics.count(name, 'lock_wait', waited.kept.size);
    return waited;
  };

  /** One attempt at every id: makes what it won, waits for what others hold. */
  const compete = async (needs: Needs, fill: Fill<Value>, values: Values<Value>): Promise<Needs> => {
    const owner = newToken();
    const locks = await lookup.lock(needs, owner).catch(() => null);
    if (locks === null) {
      // The answer may be late rather than lost, and the locks taken.
      release(needs, owner);
      addAll(values, await bypass([...needs.keys()], fill));
      return new Map();
    }
    const { kept, still, changed, aside } = sort<Value>(needs, locks.found);
    const won = pick(still, (id) => locks.won.has(id));
    release(
      pick(needs, (id) => locks.won.has(id) && !won.has(id)),
      owner,
    );
    // Somebody made them between the look and the lock.
    metrics.count(name, 'coalesced', kept.size);
    metrics.count(name, 'miss', won.size);
    const [made, bypassed, waited] = await Promise.all([
      makeAndKeep(won, owner, fill),
      bypass(aside, fill),
      wait(pick(still, (id) => !locks.won.has(id))),
    ]);
    const late = await bypass(waited.aside, fill);
    for (const some of [kept, made, bypassed, waited.kept, late]) addAll(values, some);
    return new Map([...changed, ...waited.changed, ...waited.still]);
  };

  return {
    async fill(needs, fill) {
      const values: Values<Value> = new Map();
      let open = needs;
      for (let round = 0; open.size > 0 && round < mostRounds; round += 1) open = await compete(open, fill, values);
      if (open.size > 0) addAll(values, await bypass([...open.keys()], fill));
      return values;
    },
    bypass,
    async renew(needs, fill, isDue) {
      const owner = newToken();
      const locks = await lookup.lock(needs, owner).catch(() => null);
      if (locks === null) {
        release(needs, owner);
        return 0;
      }
      const { won, found } = locks;
      const due = pick(needs, (id, tokens) => {
        const now = found.get(id);
        const same = now !== undefined && 'tokens' in now && sameTokens(now.tokens, tokens);
        return won.has(id) && same && (now.state === 'void' || isDue(now));
      });
      release(
        pick(needs, (id) => won.has(id) && !due.has(id)),
        owner,
      );
      return (await makeAndKeep(due, owner, fill)).size;
    },
  };
}

function newSorted<Value>(): Sorted<Value> {
  return { kept: new Map(), still: new Map(), changed: new Map(), aside: [] };
}

function sort<Value>(needs: Needs, found: ReadonlyMap<string, Found>): Sorted<Value> {
  const sorted = newSorted<Value>();
  for (const [id, tokens] of needs) {
    const now = found.get(id);
    if (now?.state === 'kept') sorted.kept.set(id, now.value as Value | null);
    else if (now?.state !== 'void') sorted.aside.push(id);
    else if (sameTokens(now.tokens, tokens)) sorted.still.set(id, tokens);
    else sorted.changed.set(id, now.tokens);
  }
  return sorted;
}

function merge<Value>(into: Sorted<Value>, { kept, still, changed, aside }: Partial<Sorted<Value>>): void {
  addAll(into.kept, kept ?? []);
  addAll(into.still, still ?? []);
  addAll(into.changed, changed ?? []);
  into.aside.push(...(aside ?? []));
}

function addAll<Item>(into: Map<string, Item>, items: Iterable<readonly [string, Item]>): void {
  for (const [id, item] of items) into.set(id, item);
}

function pick(
  needs: Needs,
  wanted: (id: string, tokens: readonly string[]) => boolean,
): Map<string, readonly string[]> {
  return new Map(Array.from(needs).filter(([id, tokens]) => wanted(id, tokens)));
}
