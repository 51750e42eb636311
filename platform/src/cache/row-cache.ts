import { createHash } from 'node:crypto';
import type { FetchRows } from '../batch/row-loader.ts';
import { type Cache, type Caches, noCaches } from './cache.ts';
import { fromKeptRow, type KeptRow, toKeptRow } from './kept-row.ts';

/** Rows by their ids, kept between requests. */
export interface RowCache<Row, Column extends string> {
  /**
   * Answers from the cache what asks for public columns only, with all of them; anything else is fetched as it would
   * be without a cache, and kept nowhere.
   */
  through(fetch: FetchRows<Row, Column>): FetchRows<Row, Column>;
}

/**
 * A cache that keeps all public columns of a row under its id, so that one entry serves whatever is selected of it. A
 * row is void once an event tells of `<name>:<id>`.
 *
 * @param name the kind of the row's events, such as `doctor`
 * @param columns what anyone may see; a column that is not named here is never kept
 */
export function createRowCache<Row extends { readonly id: string }, Column extends string>({
  caches,
  columns: kept,
  version,
  ...definition
}: {
  caches: Caches;
  name: string;
  /** Raise it where a column gets another meaning; which columns there are is told by the columns. */
  version: number;
  ttlSeconds: number;
  columns: readonly Column[];
}): RowCache<Row, Column> {
  // Where nothing is kept nothing is read that was not selected.
  if (caches === noCaches) return { through: (fetch) => fetch };
  const cache: Cache<KeptRow> = caches.define({ ...definition, version: versionOf(version, kept) });
  const isKept = new Set<Column>(kept);
  return {
    through: (fetch) => async (ids, columns) => {
      if (!columns.every((column) => isKept.has(column))) return fetch(ids, columns);
      const rows = await cache.getMany(
        ids,
        async (missing) => new Map((await fetch(missing, kept)).map((row) => [row.id, toKeptRow(row)])),
      );
      return [...rows.values()].filter((row) => row !== null).map((row) => fromKeptRow<Row>(row));
    },
  };
}

/** Processes of two releases share a store: a row that one of them kept may lack what the other shows. */
function versionOf(version: number, columns: readonly string[]): number {
  return createHash('sha256')
    .update([version, ...columns].join())
    .digest()
    .readUInt32BE();
}
