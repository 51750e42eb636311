import { expect, test } from 'vitest';
import type { Page } from '../connection/ordering.ts';
import { type Cache, type CacheDefinition, type Caches, noCaches } from './cache.ts';
import { createPageCache } from './page-cache.ts';
import { createRowCache } from './row-cache.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly created_at: Date;
}
type Column = keyof Row;
const columns: readonly Column[] = ['created_at', 'id', 'name'];

/** Caches that keep for ever what was made, as JSON, by the name of the cache. */
function newCaches() {
  const definitions = new Map<string, CacheDefinition>();
  const kept = new Map<string, Map<string, string>>();
  const caches: Caches = {
    ...noCaches,
    define<Value>(definition: CacheDefinition<Value>): Cache<Value> {
      const entries = new Map<string, string>();
      definitions.set(definition.name, definition);
      kept.set(definition.name, entries);
      return {
        async getMany(ids, fill) {
          const missing = ids.filter((id) => !entries.has(id));
          const made = missing.length === 0 ? new Map<string, Value>() : await fill(missing);
          for (const [id, value] of made) entries.set(id, JSON.stringify(value));
          return new Map(ids.map((id) => [id, JSON.parse(entries.get(id) ?? 'null')]));
        },
      };
    },
  };
  const idsIn = (name: string): string[] => [...(kept.get(name)?.keys() ?? [])];
  return { caches, definitions, idsIn };
}

const created = new Date('2026-01-02T03:04:05.678Z');
const rowOf = (id: string): Row => ({ id, name: `name of ${id}`, secret: 'hidden', created_at: created });
const only = (row: Row, some: readonly Column[]) =>
  Object.fromEntries(some.map((column) => [column, row[column]])) as never;

/** Reads rows and remembers what it was asked for. */
function newRows() {
  const asked: { ids: readonly string[]; columns: readonly Column[] }[] = [];
  const fetch = async (ids: readonly string[], some: readonly Column[]): Promise<Row[]> => {
    asked.push({ ids, columns: some });
    return ids.filter((id) => id !== 'nobody').map((id) => only(rowOf(id), some));
  };
  return { asked, fetch };
}

const kind = { name: 'thing', version: 1, ttlSeconds: 60, columns };

test('one entry serves whatever is selected of a row, and instants come back as instants', async () => {
  const { asked, fetch } = newRows();
  const read = createRowCache<Row, Column>({ ...kind, caches: newCaches().caches }).through(fetch);

  expect(await read(['a', 'nobody'], ['id'])).toEqual([only(rowOf('a'), columns)]);
  expect(await read(['a'], ['created_at', 'id'])).toEqual([only(rowOf('a'), columns)]);
  expect(asked).toEqual([{ ids: ['a', 'nobody'], columns }]);
});

test('a column that is not public is fetched each time, and kept nowhere', async () => {
  const { asked, fetch } = newRows();
  const { caches, idsIn } = newCaches();
  const read = createRowCache<Row, Column>({ ...kind, caches }).through(fetch);

  for (let time = 1; time <= 2; time += 1)
    expect(await read(['a'], ['id', 'secret'])).toEqual([{ id: 'a', secret: 'hidden' }]);
  expect(asked).toHaveLength(2);
  expect(idsIn('thing')).toEqual([]);
});

test('where nothing is kept, nothing is read that was not selected', async () => {
  const { asked, fetch } = newRows();
  await createRowCache<Row, Column>({ ...kind, caches: noCaches }).through(fetch)(['a'], ['id']);
  expect(asked).toEqual([{ ids: ['a'], columns: ['id'] }]);
});

test('a release that shows another column does not read what one before it kept', () => {
  const versions = [columns, [...columns, 'secret' as const], columns].map((some) => {
    const { caches, definitions } = newCaches();
    createRowCache<Row, Column>({ ...kind, caches, columns: some });
    return definitions.get('thing')?.version;
  });
  expect(versions[0]).not.toBe(versions[1]);
  expect(versions[0]).toBe(versions[2]);
});

interface Filter {
  readonly prefix: string | null;
}
const unfiltered: Filter = { prefix: null };
const first: Page<Column> = {
  ordering: { name: 'thing.ID', direction: 'asc', keys: [{ column: 'id', type: 'text' }] },
  size: 2,
  backwards: false,
  after: null,
  before: null,
};

function newPages() {
  const kept = newCaches();
  const fetched: (readonly string[])[] = [];
  const pages = createPageCache<Row, Column, Filter>({
    ...kind,
    caches: kept.caches,
    madeOf: ['thing', 'shelf'],
    unfiltered,
  });
  const read = pages.pagesOf('box', async (parents, request) => {
    fetched.push(parents);
    return new Map(
      parents.filter((parent) => parent !== 'empty').map((parent) => [parent, [only(rowOf(parent), request.columns)]]),
    );
  });
  return { ...kept, pages, read, fetched };
}
const request = { page: first, filter: unfiltered, columns };

test('pages of many parents are fetched once, those of nobody too, and void with their parent or what they are made of', async () => {
  const { read, fetched, idsIn, definitions } = newPages();
  expect(await read(['a', 'empty'], request)).toEqual(
    new Map([
      ['a', [only(rowOf('a'), columns)]],
      ['empty', []],
    ]),
  );
  expect(await read(['b', 'a', 'empty'], request)).toEqual(
    new Map([
      ['b', [only(rowOf('b'), columns)]],
      ['a', [only(rowOf('a'), columns)]],
      ['empty', []],
    ]),
  );

  expect(fetched).toEqual([['a', 'empty'], ['b']]);
  const tagsOf = definitions.get('thing-page')?.tagsOf;
  expect(idsIn('thing-page').map((id) => tagsOf?.(id))).toEqual(
    ['a', 'empty', 'b'].map((parent) => [`box:${parent}`, 'thing', 'shelf']),
  );
});

test.each([
  ['another size', { ...request, page: { ...first, size: 3 } }],
  ['another order', { ...request, page: { ...first, ordering: { ...first.ordering, name: 'thing.NAME' } } }],
  ['the end', { ...request, page: { ...first, backwards: true } }],
  ['a cursor', { ...request, page: { ...first, after: ['a'] } }],
  ['a filter', { ...request, filter: { prefix: 'a' } }],
  ['other columns', { ...request, columns: ['id' as const] }],
])('a page with %s is another page', async (_what, other) => {
  const { read, fetched } = newPages();
  await read(['a'], request);
  await read(['a'], other);
  expect(fetched).toEqual([['a'], ['a']]);
});

test('what is searched for, and a list of all, is kept for a minute; what a parent shows as long as the parent', async () => {
  const { read, pages, idsIn, definitions } = newPages();
  await read(['a'], request);
  expect(idsIn('thing-search')).toEqual([]);
  await read(['a'], { ...request, filter: { prefix: 'a' } });
  await read(['a'], { ...request, page: { ...first, before: ['z'] } });
  await pages.page(request, async () => [rowOf('a')]);
  await pages.count(unfiltered, async () => 1);

  expect([idsIn('thing-page').length, idsIn('thing-search').length]).toEqual([1, 4]);
  expect(definitions.get('thing-search')?.ttlSeconds).toBe(60);
  const tagsOf = definitions.get('thing-search')?.tagsOf;
  expect(idsIn('thing-search').map((id) => tagsOf?.(id).includes('thing'))).toEqual([true, true, true, true]);
  expect(tagsOf?.(idsIn('thing-search')[3] ?? '')).toEqual(['thing', 'shelf']);
});

test('a count is kept apart from a page, and a page with a column that is not public is not kept', async () => {
  const { read, pages, fetched, idsIn } = newPages();
  const count = pages.countsOf('box', async (parents) => new Map(parents.map((parent) => [parent, 7])));
  expect(await count(['a'], unfiltered)).toEqual(new Map([['a', 7]]));
  const secret = { ...request, columns: ['id', 'secret'] as const };
  for (let time = 1; time <= 2; time += 1) {
    expect(await read(['a'], secret)).toEqual(new Map([['a', [{ id: 'a', secret: 'hidden' }]]]));
  }
  expect(fetched).toHaveLength(2);
  expect(idsIn('thing-page')).toHaveLength(1);
});
