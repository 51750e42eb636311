import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** What a client gets of a value that is no object; null for what its type does not know. */
export type ReadLeaf = (value: unknown) => unknown;

/** Custom scalars are their subgraph's to judge; an enum value that clients may not see is null. */
export function leafOf(type: GraphQLLeafType): ReadLeaf {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : null);
  }
  if (!isSpecifiedScalarType(type)) return (value) => value ?? null;
  const isValid = scalars[type.name];
  return (value) => (isValid?.(value) === true ? value : null);
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: Number.isInteger,
  Float: Number.isFinite,
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  String: (value) => typeof value === 'string',
};
