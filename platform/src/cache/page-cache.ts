import { createHash } from 'node:crypto';
import type { ConnectionRequest } from '../connection/connection-loader.ts';
import { type Cache, type Caches, noCaches } from './cache.ts';
import { fromKeptRow, type KeptRow, toKeptRow } from './kept-row.ts';

/** How long pages are kept that somebody searched for: texts that anyone may make up should not pile up. */
const searchSeconds = 60;

type FetchPages<Row, Column extends string, Filter> = (
  parents: readonly string[],
  request: ConnectionRequest<Column, Filter>,
) => Promise<ReadonlyMap<string, readonly Row[]>>;

type FetchCounts<Filter> = (parents: readonly string[], filter: Filter) => Promise<ReadonlyMap<string, number>>;

/** Pages of a list and their counts, kept between requests, whatever the list hangs below. */
export interface PageCache<Row, Column extends string, Filter> {
  /**
   * Reads pages of many parents through the cache. A request for a column that is not public is fetched as it would be
   * without one.
   *
   * @param parent the kind of the parents' events
   */
  pagesOf(parent: string, fetch: FetchPages<Row, Column, Filter>): FetchPages<Row, Column, Filter>;
  countsOf(parent: string, fetch: FetchCounts<Filter>): FetchCounts<Filter>;
  /** Reads a page of the list of all. */
  page(request: ConnectionRequest<Column, Filter>, fetch: () => Promise<readonly Row[]>): Promise<readonly Row[]>;
  count(filter: Filter, fetch: () => Promise<number>): Promise<number>;
}

interface KeptPage {
  readonly rows?: readonly KeptRow[];
  readonly count?: number;
}

/** Stands where a list of all has no parent. */
const noParent = '-';

/**
 * A cache of pages, each under its parent, its filter, its place and its columns. What is shown without being searched
 * for, the first page below a parent, is kept for `ttlSeconds`; what has a filter or a cursor, or no parent, for a
 * minute. A page is void once an event tells of its parent or of anything of the kinds in `madeOf`.
 *
 * @param name what is listed; two caches are made of it, `<name>-page` and `<name>-search`
 * @param columns what anyone may see; a page with any other column is never kept
 * @param madeOf the kinds of events that may change which rows a page holds, or what they hold
 * @param unfiltered the filter of a list that nobody narrowed
 */
export function createPageCache<Row extends object, Column extends string, Filter>({
  caches,
  name,
  version,
  ttlSeconds,
  columns: kept,
  madeOf,
  unfiltered,
}: {
  caches: Caches;
  name: string;
  version: number;
  ttlSeconds: number;
  columns: readonly Column[];
  madeOf: readonly string[];
  unfiltered: NoInfer<Filter>;
}): PageCache<Row, Column, Filter> {
  if (caches === noCaches) return notKept();
  const tagsOf = (id: string): readonly string[] => {
    const [parent, uuid] = id.split(':', 2);
    return parent === noParent ? madeOf : [`${parent}:${uuid}`, ...madeOf];
  };
  const shown: Cache<KeptPage> = caches.define({ name: `${name}-page`, version, ttlSeconds, tagsOf });
  const searched: Cache<KeptPage> = caches.define({
    name: `${name}-search`,
    version,
    ttlSeconds: searchSeconds,
    tagsOf,
  });
  const isPublic = new Set<Column>(kept);
  const isUnfiltered = (filter: Filter): boolean => JSON.stringify(filter) === JSON.stringify(unfiltered);

  /** What many parents have, each under an id that begins with what it hangs below. */
  const read = async (
    cache: Cache<KeptPage>,
    parent: string,
    uuids: readonly string[],
    question: readonly unknown[],
    fetch: (missing: readonly string[]) => Promise<(uuid: string) => KeptPage>,
  ): Promise<Map<string, KeptPage>> => {
    const hash = createHash('sha256').update(JSON.stringify(question)).digest('base64url');
    const uuidOf = new Map(uuids.map((uuid) => [`${parent}:${uuid}:${hash}`, uuid]));
    const found = await cache.getMany([...uuidOf.keys()], async (ids) => {
      const missing = new Map(ids.map((id) => [id, uuidOf.get(id) ?? '']));
      const pageOf = await fetch([...missing.values()]);
      return new Map(Array.from(missing, ([id, uuid]) => [id, pageOf(uuid)]));
    });
    return new Map(Array.from(uuidOf, ([id, uuid]) => [uuid, found.get(id) ?? {}]));
  };

  const pages = async (
    parent: string,
    parents: readonly string[],
    request: ConnectionRequest<Column, Filter>,
    fetch: FetchPages<Row, Column, Filter>,
  ): Promise<ReadonlyMap<string, readonly Row[]>> => {
    const { page, filter, columns } = request;
    if (!columns.every((column) => isPublic.has(column))) return fetch(parents, request);
    const isShown = parent !== noParent && page.after === null && page.before === null && isUnfiltered(filter);
    const question = [page.ordering.name, page.size, page.backwards, page.after, page.before, filter, columns];
    const found = await read(isShown ? shown : searched, parent, parents, question, async (missing) => {
      const rows = await fetch(missing, request);
      return (uuid) => ({ rows: (rows.get(uuid) ?? []).map(toKeptRow) });
    });
    return new Map(Array.from(found, ([uuid, { rows = [] }]) => [uuid, rows.map((row) => fromKeptRow<Row>(row))]));
  };

  const counts = async (
    parent: string,
    parents: readonly string[],
    filter: Filter,
    fetch: FetchCounts<Filter>,
  ): Promise<ReadonlyMap<string, number>> => {
    const isShown = parent !== noParent && isUnfiltered(filter);
    const found = await read(isShown ? shown : searched, parent, parents, ['count', filter], async (missing) => {
      const counted = await fetch(missing, filter);
      return (uuid) => ({ count: counted.get(uuid) ?? 0 });
    });
    return new Map(Array.from(found, ([uuid, { count = 0 }]) => [uuid, count]));
  };

  return {
    pagesOf: (parent, fetch) => (parents, request) => pages(parent, parents, request, fetch),
    countsOf: (parent, fetch) => (parents, filter) => counts(parent, parents, filter, fetch),
    async page(request, fetch) {
      const found = await pages(noParent, [noParent], request, async () => new Map([[noParent, await fetch()]]));
      return found.get(noParent) ?? [];
    },
    async count(filter, fetch) {
      const found = await counts(noParent, [noParent], filter, async () => new Map([[noParent, await fetch()]]));
      return found.get(noParent) ?? 0;
    },
  };
}

function notKept<Row, Column extends string, Filter>(): PageCache<Row, Column, Filter> {
  return {
    pagesOf: (_parent, fetch) => fetch,
    countsOf: (_parent, fetch) => fetch,
    page: (_request, fetch) => fetch(),
    count: (_filter, fetch) => fetch(),
  };
}
