import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Samples } from './samples.ts';

/**
 * Operations that between them send every statement a reader can cause: each field of `Query` and each field with
 * arguments of an entity or of the viewer, once plain, once for every condition of its filter, once for every order, with all
 * conditions together, and backwards. Derived from the schema, so that a new field is never forgotten.
 */
export function readOperations(schema: GraphQLSchema, samples: Samples): string[] {
  const operations: string[] = [];
  const query = schema.getQueryType();
  for (const field of Object.values(query?.getFields() ?? {})) {
    for (const call of callsOf(field, samples)) operations.push(`{ ${call} ${selectionOf(field)} }`);
  }
  for (const call of callsWithin(schema.getType('Viewer'), samples)) operations.push(`{ viewer { ${call} } }`);
  for (const [type, id] of Object.entries(samples)) {
    const object = schema.getType(type);
    if (!isObjectType(object)) throw new Error(`there is a sample of ${type}, but no such type`);
    operations.push(`{ node(id: "${id}") { ... on ${type} ${scalarsOf(object)} } }`);
    for (const call of callsWithin(object, samples)) {
      operations.push(`{ node(id: "${id}") { ... on ${type} { ${call} } } }`);
    }
  }
  return operations;
}

type Field = GraphQLField<unknown, unknown>;

/** Each field of a type that is an object or a list of objects, with each set of arguments, and what is selected of it. */
function callsWithin(type: GraphQLNamedType | undefined, samples: Samples): string[] {
  if (!isObjectType(type)) throw new Error('there is no such type of objects');
  return Object.values(type.getFields())
    .filter((field) => !isLeafType(getNamedType(field.type)))
    .flatMap((field) => callsOf(field, samples).map((call) => `${call} ${selectionOf(field)}`));
}

/** The field with each set of arguments worth a statement of its own. */
function callsOf(field: Field, samples: Samples): string[] {
  const required = field.args.filter(isRequiredArgument).filter((argument) => argument.defaultValue === undefined);
  // An `id` is one of what the field answers.
  const nounOf = ({ name }: GraphQLArgument): string => (name === 'id' ? getNamedType(field.type).name : name);
  const base = required.map((argument) => `${argument.name}: ${sampleValue(nounOf(argument), argument.type, samples)}`);
  const call = (...args: string[]): string => {
    const all = [...base, ...args];
    return all.length === 0 ? field.name : `${field.name}(${all.join(', ')})`;
  };
  const calls = [call()];
  const filter = field.args.find((argument) => argument.name === 'filter');
  const order = field.args.find((argument) => argument.name === 'orderBy');
  if (filter !== undefined) {
    const conditions = conditionsOf(filter.type, samples);
    for (const condition of conditions) calls.push(call(`filter: { ${condition} }`));
    calls.push(call(`filter: { ${conditions.join(', ')} }`));
  }
  const orderType = order && getNamedType(order.type);
  if (isEnumType(orderType)) {
    for (const { name } of orderType.getValues()) calls.push(call(`orderBy: ${name}`));
  }
  if (field.args.some((argument) => argument.name === 'last')) calls.push(call('last: 3'));
  return calls;
}

function conditionsOf(type: GraphQLInputType, samples: Samples): string[] {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).map(
    (field) => `${field.name}: ${sampleValue(field.name, field.type, samples)}`,
  );
}

const day = 86_400_000;

function sampleValue(name: string, type: GraphQLInputType, samples: Samples): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${sampleValue(name, nullable.ofType, samples)}]`;
  if (isInputObjectType(nullable)) return `{ ${conditionsOf(nullable, samples).join(', ')} }`;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? '';
  switch (getNamedType(type).name) {
    case 'ID':
      return `"${idFor(name, samples)}"`;
    case 'DateTime':
      return `"${new Date(Date.now() + (isStart(name) ? -day : day)).toISOString()}"`;
    case 'Date':
      return '"1980-05-05"';
    case 'LocalTime':
      return isStart(name) ? '"08:00"' : '"18:00"';
    case 'TimeZone':
      return '"Europe/Madrid"';
    case 'Int':
      return '5';
    case 'Boolean':
      return 'true';
    default:
      return name === 'country' ? '"ES"' : '"es"';
  }
}

function isStart(name: string): boolean {
  return /from|start|after/i.test(name);
}

/** The sample that an argument called `doctor` or `service` means; any will do for an unknown name. */
function idFor(name: string, samples: Samples): string {
  const byName = Object.entries(samples).find(([type]) => type.toLowerCase().endsWith(name.toLowerCase()));
  return byName?.[1] ?? samples.Doctor ?? '';
}

/** Leaves of a type, and of a connection its nodes' leaves, cursors, page and count. */
function selectionOf(field: Field): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return '{ __typename }';
  const edges = type.getFields()['edges'];
  if (edges === undefined) return scalarsOf(type);
  const edge = getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  const inner = node === undefined ? '' : `node ${selectionOf(node)}`;
  const count = type.getFields()['totalCount'] === undefined ? '' : 'totalCount';
  return `{ edges { cursor ${inner} } pageInfo { hasNextPage startCursor endCursor } ${count} }`;
}

function scalarsOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map((field) => field.name);
  return `{ __typename ${leaves.join(' ')} }`;
}
