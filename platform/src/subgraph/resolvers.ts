import { inField } from '../postgres/statements.ts';

type Resolve = (...parameters: never[]) => unknown;

/** A resolver map as `@apollo/subgraph` takes it; each subgraph checks its own against generated types. */
export type ResolverMap = Readonly<Record<string, unknown>>;

/** Attributes the SQL of each resolver to its field, so that an N+1 warning can name the place to mend. */
export function attributeStatements(resolvers: ResolverMap): Record<string, unknown> {
  return mapEntries(resolvers, (type, fields) =>
    isPlainObject(fields)
      ? mapEntries(fields, (field, resolve) => attributedField(`${type}.${field}`, resolve))
      : fields,
  );
}

/** A field of `Subscription` has two functions where others have one. */
function attributedField(label: string, resolve: unknown): unknown {
  if (typeof resolve === 'function') return attributed(label, resolve as Resolve);
  return isPlainObject(resolve) ? mapEntries(resolve, (_, each) => attributedField(label, each)) : resolve;
}

function attributed(label: string, resolve: Resolve): Resolve {
  return (...parameters) => inField(label, () => resolve(...parameters));
}

function mapEntries(
  object: Readonly<Record<string, unknown>>,
  change: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** One map out of those of a subgraph's features, which may each add fields to `Query`, `Mutation` and shared types. */
export function mergeResolvers(maps: readonly ResolverMap[]): ResolverMap {
  const merged: Record<string, unknown> = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) {
      const known = merged[type];
      merged[type] = isPlainObject(known) && isPlainObject(fields) ? { ...known, ...fields } : fields;
    }
  }
  return merged;
}
