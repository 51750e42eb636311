import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const api = buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8'));

/** A type and everything within it that a client reads about, by its path. */
function within(type: GraphQLNamedType): [string, Described][] {
  const own: [string, Described][] = [[type.name, type]];
  if (isEnumType(type)) return [...own, ...type.getValues().map((value) => named(type.name, value))];
  if (isInputObjectType(type))
    return [...own, ...Object.values(type.getFields()).map((field) => named(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields = Object.values(type.getFields()).flatMap((field) => [
    named(type.name, field),
    ...field.args.map((argument) => named(`${type.name}.${field.name}`, argument)),
  ]);
  return [...own, ...fields];
}

const named = (owner: string, part: Described): [string, Described] => [`${owner}.${part.name}`, part];

test('every type, field, argument and value that a client sees says what it is', () => {
  const types = Object.values(api.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const silent = types
    .flatMap(within)
    .filter(([, { description }]) => !description?.trim())
    .map(([path]) => path);
  expect(silent).toEqual([]);
});
