import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { type Query, startTestStack, type TestStack } from '../kit/stack.ts';
import { leavesOf, sampleOf, valueWith } from './inputs.ts';
import { literal } from './literal.ts';
import { expectRefusal } from './refusal.ts';
import { wrongValues } from './wrong-values.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8'));

type Field = GraphQLField<unknown, unknown>;
interface Place {
  readonly where: string;
  readonly field: Field;
  /** Puts a call of the field into an operation. */
  readonly within: (call: string, ids: Readonly<Record<string, string>>) => string;
}

/** Every field with arguments, of the root and of the types that can be reached by an id. Subscriptions are opened elsewhere. */
const places: Place[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type !== schema.getMutationType() && type !== schema.getSubscriptionType())
  .filter((type) => !type.name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ where: `${type.name}.${field.name}`, field, within: operationOn(type.name) })),
  );

function operationOn(type: string): Place['within'] {
  if (type === 'Query') return (call) => `{ ${call} }`;
  if (type === 'Viewer') return (call) => `{ viewer { ${call} } }`;
  if (type === 'Slot') return (call) => `{ searchAvailability(first: 1) { edges { node { ${call} } } } }`;
  return (call, ids) => `{ node(id: "${ids[type]}") { ... on ${type} { ${call} } } }`;
}

let stack: TestStack;
let admin: Query;
let ids: Record<string, string>;
beforeAll(async () => {
  stack = await startTestStack();
  admin = await stack.signIn('admin@demo.local');
  ids = { ...(await onServer(stack.database.connectionString, findSamples)) };
});
afterAll(() => stack.stop());

/** A call with one argument given, and the others that are required right. */
function callOf({ name, args, type }: Field, argument: GraphQLArgument, value: string): string {
  const others = args
    .filter((other) => other !== argument && isRequiredArgument(other))
    .map((other) => `${other.name}: ${literal(sampleOf(other.name, other.type), other.type)}`);
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  return `${name}(${[`${argument.name}: ${value}`, ...others].join(', ')}) ${selection}`;
}

test.each(places)('$where refuses each wrong value at its path, in a variable and in the document', async (place) => {
  for (const argument of place.field.args) {
    const call = (value: string) => place.within(callOf(place.field, argument, value), ids);
    for (const leaf of leavesOf(argument.name, argument.type)) {
      const path = leaf.path.join('.');
      for (const { what, value } of wrongValues(leaf.name, leaf.type)) {
        const given = valueWith(argument.name, argument.type, leaf.path.slice(1), value);
        const answer = await admin(`query Refused($given: ${argument.type}) ${call('$given')}`, { given });
        expectRefusal(answer, path, `${what} at ${path}`);
        // A document with a lone surrogate is none: it does not parse.
        if (typeof value === 'string' && !value.isWellFormed()) continue;
        expectRefusal(await admin(call(literal(given, argument.type))), path, `${what} at ${path}, literally`);
      }
    }
  }
});
