import { badUserInput } from '../graphql/errors.ts';

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** Relay's arguments, as a client sends them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page asked for: how many rows, from which end, between which cursors (still sealed). */
export interface PageRequest {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/**
 * Reads `first/after/last/before`: default 20 from the start, at most 100.
 *
 * @param path path of the field's arguments, for errors; empty for arguments of the field itself
 * @throws BAD_USER_INPUT for a size out of range, or `first` together with `last`
 */
export function pageRequest(args: PageArguments, path: readonly string[] = []): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) throw badUserInput('Give first or last, not both.', [...path, 'last']);
  const backwards = last != null;
  const size = first ?? last ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 0 || size > maxPageSize) {
    throw badUserInput(`A page holds 0 to ${maxPageSize} edges.`, [...path, backwards ? 'last' : 'first']);
  }
  return { size, backwards, after: args.after ?? null, before: args.before ?? null };
}
