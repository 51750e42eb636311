import { type RawBuilder, sql } from 'kysely';

/** `column = any($1)`: one statement text whatever the number of ids, unlike `in ($1, $2, …)`. */
export function anyOf(uuids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${uuids}::uuid[])`;
}

/** Parents of a LATERAL page, as a table `parent(id)`. */
export function parents(uuids: readonly string[]) {
  return sql<{ id: string }>`unnest(${uuids}::uuid[])`.as<'parent'>(sql`parent(id)`);
}

/**
 * Texts that begin with `prefix`, whatever the case, by the index `(lower(column) text_pattern_ops)`. A range rather
 * than `like $1`: a prepared statement's generic plan cannot look into a pattern, but it can bound an index scan.
 * PostgreSQL folds the case on both sides, for JavaScript does not fold every letter as it does.
 *
 * @param column with its table, as in `doctor.family_name`
 */
export function beginsWith(column: string, prefix: string): RawBuilder<boolean> {
  const folded = sql`lower(${sql.ref(column)})`;
  const last = String.fromCodePoint(0x10ffff);
  return sql<boolean>`(${folded} ~>=~ lower(${prefix}) and ${folded} ~<~ lower(${prefix + last}))`;
}

/** `column` is `text`, whatever the case, by an index on `lower(column)`. */
export function sameText(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`lower(${sql.ref(column)}) = lower(${text})`;
}
