import type { Logger } from '../logger.ts';
import { reasonOf } from '../outbox/failure.ts';
import type { Cache, CacheDefinition, Fill } from './cache.ts';
import type { Found } from './envelope.ts';
import { createFilling } from './filling.ts';
import { createFlights } from './flights.ts';
import type { Lookup } from './lookup.ts';
import type { CacheMetrics, Outcome } from './metrics.ts';
import type { Store } from './store.ts';
import { createWarming } from './warming.ts';

/** A cache and what its owner may do with it. */
export interface OwnedCache<Value> {
  readonly cache: Cache<Value>;
  /** Who comes from now on joins nothing that was begun for these tags. */
  forget(tags: ReadonlySet<string>): void;
  close(): Promise<void>;
}

/** Separates an id from the tokens of a fill, which hold no such character. */
const separator = '\n';

/** One cache: looks, and makes what is not there. */
export function createCache<Value>({
  definition,
  lookup,
  store,
  metrics,
  logger,
  detached,
}: {
  definition: CacheDefinition<Value>;
  lookup: Lookup;
  /** Where values are made. */
  store: Store;
  metrics: CacheMetrics;
  logger: Logger;
  /** Runs what goes on in the background outside of the request that set it off. */
  detached: <Result>(work: () => Result) => Result;
}): OwnedCache<Value> {
  const { name } = definition;
  const filling = createFilling({ definition, lookup, store, metrics });
  const lookups = createFlights<Found>();
  const fills = createFlights<Value | null>();
  const renewing = new Set<string>();
  const warming =
    definition.warm && createWarming({ definition, warm: definition.warm, lookup, filling, metrics, logger, detached });

  /** Serves nobody who waits, so it fails quietly. */
  const renew = async (ageing: ReadonlyMap<string, readonly string[]>, fill: Fill<Value>): Promise<void> => {
    const needs = new Map([...ageing].filter(([id]) => !renewing.has(id)));
    if (needs.size === 0) return;
    for (const id of needs.keys()) renewing.add(id);
    try {
      await filling.renew(needs, fill, (found) => found.state === 'kept' && isPast(found.until));
    } catch (error) {
      logger.warn({ cache: name, reason: reasonOf(error) }, 'what is past its time could not be made anew');
    } finally {
      for (const id of needs.keys()) renewing.delete(id);
    }
  };

  /** Makes values under flight keys, each an id and the tokens that it was found void under. */
  const make = async (flights: readonly Flight[], fill: Fill<Value>): Promise<Map<string, Value | null>> => {
    const needs = new Map(flights.flatMap(({ id, tokens }) => (tokens === null ? [] : [[id, tokens] as const])));
    const aside = flights.filter(({ tokens }) => tokens === null).map(({ id }) => id);
    const [kept, passed] = await Promise.all([
      needs.size === 0 ? new Map<string, Value | null>() : filling.fill(needs, fill),
      aside.length === 0 ? new Map<string, Value | null>() : filling.bypass(aside, fill),
    ]);
    return new Map(flights.map(({ key, id, tokens }) => [key, (tokens === null ? passed : kept).get(id) ?? null]));
  };

  /** Joins what others are making of these, and makes the rest. */
  const share = async (flights: readonly Flight[], fill: Fill<Value>): Promise<[string, Value | null][]> => {
    const byKey = new Map(flights.map((flight) => [flight.key, flight]));
    const { joined, results } = fills.share([...byKey.keys()], (own) =>
      make(
        own.flatMap((key) => byKey.get(key) ?? []),
        fill,
      ),
    );
    metrics.count(name, 'coalesced', joined.length);
    const made = await results;
    return flights.map(({ key, id }) => [id, made.get(key) ?? null]);
  };

  /** What is at hand costs nobody a wait. */
  const find = async (ids: readonly string[]): Promise<ReadonlyMap<string, Found>> => {
    const near = lookup.glance(ids);
    metrics.countNear(name, near.size);
    if (near.size === ids.length) return near;
    const far = await lookups.share(
      ids.filter((id) => !near.has(id)),
      lookup.look,
    ).results;
    return near.size === 0 ? far : new Map([...near, ...far]);
  };
  const count = (found: Iterable<Found>): void => {
    const counts = new Map<Outcome, number>();
    for (const each of found) {
      if (each.state !== 'kept') continue;
      const outcome = outcomeOf(each);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    for (const [outcome, ids] of counts) metrics.count(name, outcome, ids);
  };
  const getMany = async (ids: readonly string[], fill: Fill<Value>): Promise<ReadonlyMap<string, Value | null>> => {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return new Map();
    warming?.note(distinct);
    const found = await find(distinct);

    const { values, ageing, flights } = sort<Value>(distinct, found);
    count(distinct.flatMap((id) => found.get(id) ?? []));
    if (ageing.size > 0) detached(() => void renew(ageing, fill));
    if (flights.length > 0) for (const [id, value] of await share(flights, fill)) values.set(id, value);
    return values;
  };

  return {
    cache: { getMany },
    forget(tags) {
      const concerned = (id: string): boolean => lookup.tagsOf(id).some((tag) => tags.has(tag));
      lookups.forget(concerned);
      fills.forget((key) => concerned(key.slice(0, key.lastIndexOf(separator))));
    },
    close: async () => warming?.close(),
  };
}

/** A fill under way: only who found the same tokens may join it, or it would serve what was voided since. */
interface Flight {
  readonly key: string;
  readonly id: string;
  /** Null where nothing is to be kept. */
  readonly tokens: readonly string[] | null;
}

function newFlight(id: string, tokens: readonly string[] | null): Flight {
  return { key: `${id}${separator}${tokens?.join(' ') ?? ''}`, id, tokens };
}

/** What is kept, what of that is past its time, and what is to be made. */
function sort<Value>(ids: readonly string[], found: ReadonlyMap<string, Found>) {
  const values = new Map<string, Value | null>();
  const ageing = new Map<string, readonly string[]>();
  const flights: Flight[] = [];
  for (const id of ids) {
    const now = found.get(id);
    if (now?.state === 'kept') {
      values.set(id, now.value as Value | null);
      if (isPast(now.until)) ageing.set(id, now.tokens);
    } else {
      flights.push(newFlight(id, now?.state === 'void' ? now.tokens : null));
    }
  }
  return { values, ageing, flights };
}

function outcomeOf(found: Found & { readonly state: 'kept' }): Outcome {
  if (isPast(found.until)) return 'stale';
  return found.value === null ? 'absent' : 'hit';
}

function isPast(until: number): boolean {
  return until <= Date.now();
}
