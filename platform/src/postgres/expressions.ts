import { type RawBuilder, sql } from 'kysely';

/** `column = any($1)`: one statement text whatever the number of ids, unlike `in ($1, $2, …)`. */
export function anyOf(uuids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${uuids}::uuid[])`;
}

/** Parents of a LATERAL page, as a table `parent(id)`. */
export function parents(uuids: readonly string[]) {
  return sql<{ id: string }>`unnest(${uuids}::uuid[])`.as<'parent'>(sql`parent(id)`);
}

/** A pattern for `like` that matches texts beginning with `prefix`, taken literally. */
export function startsWith(prefix: string): string {
  return `${prefix.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
