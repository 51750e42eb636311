import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';

const published = (file: string) =>
  buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema', file), 'utf8'));
const api = published('api.graphql');
const supergraph = published('supergraph.graphql');

const types = Object.values(api.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const fields = types
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field })));
const mutations = Object.values(api.getMutationType()?.getFields() ?? {});
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

test('every mutation takes one input and answers with its own payload', () => {
  const odd = mutations.filter(({ name, args, type }) => {
    const upper = name.charAt(0).toUpperCase() + name.slice(1);
    const input = args.map((argument) => `${argument.name}: ${argument.type}`).join(', ');
    return input !== `input: ${upper}Input!` || String(type) !== `${upper}Payload!`;
  });
  expect(mutations.length).toBeGreaterThan(30);
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('every subscription goes on after a cursor, and tells nothing where an event is none of its', () => {
  const subscriptions = Object.values(api.getSubscriptionType()?.getFields() ?? {});
  const odd = subscriptions.filter(({ args, type }) => {
    const after = args.find((argument) => argument.name === 'after');
    return (
      String(after?.type) !== 'String' || !isObjectType(type) || String(type.getFields()['cursor']?.type) !== 'String!'
    );
  });
  expect(subscriptions.length).toBeGreaterThan(5);
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('every payload names what changed after its type, null where nothing did, beside userErrors', () => {
  const odd = mutations.flatMap(({ type }) => {
    const payload = getNamedType(type) as GraphQLObjectType;
    // Conflicts tell of what did not change.
    const { userErrors, conflicts: _conflicts, ...rest } = payload.getFields();
    const misnamed = Object.values(rest).filter(
      (field) => isObjectType(getNamedType(field.type)) && field.name !== lowerFirst(String(field.type)),
    );
    return [
      ...(String(userErrors?.type) === '[UserError!]!' ? [] : [`${payload.name}.userErrors`]),
      ...misnamed.map((field) => `${payload.name}.${field.name}`),
    ];
  });
  expect(odd).toEqual([]);
});

test('inputs and arguments name objects, not their ids', () => {
  const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
  const args = fields.flatMap(({ field }) => field.args);
  const named = [...inputs, ...args].filter(({ name }) => /(Id|Ids|ID)$/.test(name));
  expect(named.map(({ name }) => name)).toEqual([]);
});

test('every list of objects is a connection that pages both ways', () => {
  const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  const oneWay = connections.filter(({ field }) => {
    const names = field.args.map(({ name }) => name);
    return !isNonNullType(field.type) || ['first', 'after', 'last', 'before'].some((name) => !names.includes(name));
  });
  const bare = fields.filter(
    ({ field }) =>
      isListType(getNullableType(field.type)) &&
      isObjectType(getNamedType(field.type)) &&
      !['edges', 'userErrors', 'conflicts'].includes(field.name),
  );
  expect(connections.length).toBeGreaterThan(20);
  expect([...oneWay, ...bare].map(({ path }) => path)).toEqual([]);
});

// One that is gone, or hidden from the viewer, would otherwise blank everything around it.
test('what another subgraph owns may be null', () => {
  const graphsOf = (node: { readonly directives?: readonly DirectiveNode[] } | null | undefined, name: string) =>
    (node?.directives ?? [])
      .filter((directive) => directive.name.value === name)
      .flatMap(({ arguments: args }) => args?.find((argument) => argument.name.value === 'graph')?.value ?? [])
      .map((value) => (value.kind === 'EnumValue' ? value.value : ''));
  const objects = Object.values(supergraph.getTypeMap()).filter(isObjectType);
  const graphsOfField = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => {
    const own = graphsOf(field.astNode, 'join__field');
    return own.length > 0 ? own : graphsOf(type.astNode, 'join__type');
  };
  const ownersOf = (type: GraphQLObjectType) => {
    const createdAt = type.getFields()['createdAt'];
    return createdAt === undefined ? [] : graphsOfField(type, createdAt);
  };
  const foreign = objects.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const target = getNamedType(field.type);
      const owners = isObjectType(target) ? ownersOf(target) : [];
      const graphs = graphsOfField(type, field);
      return owners.length > 0 && graphs.every((graph) => !owners.includes(graph)) ? [{ type, field }] : [];
    }),
  );
  const required = foreign.filter(({ field }) => isNonNullType(field.type));
  expect(foreign.map(({ type, field }) => `${type.name}.${field.name}`)).toContain('Appointment.doctor');
  expect(required.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});
