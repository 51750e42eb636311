import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { publicCodeOf } from './errors.ts';

type Path = readonly (string | number)[];

/**
 * Turns what validation and variable coercion say of a wrong value into BAD_USER_INPUT with the argument's path, the
 * same whether the value stands in the document or in a variable. Errors about the document itself keep
 * GRAPHQL_VALIDATION_FAILED.
 */
export function withArgumentPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  if (typeof error.extensions['argument'] === 'string') return error;
  const path = pathAtFault(document, error);
  const nodes = error.nodes ?? null;
  if (path === undefined) {
    return new GraphQLError(error.message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  }
  const extensions = { code: 'BAD_USER_INPUT', argument: path.join('.') };
  return new GraphQLError(messageWithoutValue(error), { nodes, extensions });
}

/** The argument or input field that takes a variable; the variable's own name where none does. */
export function argumentOfVariable(document: DocumentNode, name: string): Path {
  const path = pathOf(document, (node, key) => {
    return node.kind === Kind.VARIABLE && node.name.value === name && key !== 'variable';
  });
  return path ?? [name];
}

/** The argument or input field that a value in the document is for, be it as the default of a variable. */
export function argumentOfLiteral(document: DocumentNode, value: ASTNode): Path {
  return pathOf(document, (node) => node === value) ?? [];
}

const missingArgument = / argument "(\w+)" of type "[^"]+" is required/;
const missingField = /Field "(?:\w+\.)?(\w+)" of required type "[^"]+" was not provided\.$/;
const refusedVariable = /^Variable "\$(\w+)" (?:got invalid value|of required type|of non-null type)/;
/** Stands after the invalid value, in which quotes are escaped: `at "input.modalities[1]"; `. */
const placeInVariable = / at "\w+((?:\.\w+|\[\d+\])+)"; /;

function pathAtFault(document: DocumentNode, error: GraphQLError): Path | undefined {
  const argument = missingArgument.exec(error.message)?.[1];
  if (argument !== undefined) return [argument];
  const at = pathOfValue(document, error);
  const field = missingField.exec(error.message)?.[1];
  return at === undefined || field === undefined ? at : [...at, field];
}

function pathOfValue(document: DocumentNode, { message, nodes }: GraphQLError): Path | undefined {
  const variable = refusedVariable.exec(message)?.[1];
  if (variable !== undefined) {
    const place = placeInVariable.exec(message)?.[1] ?? '';
    return [...argumentOfVariable(document, variable), ...(place.match(/\w+/g) ?? [])];
  }
  const node = nodes?.[0];
  return node !== undefined && isValue(node) ? argumentOfLiteral(document, node) : undefined;
}

function isValue(node: ASTNode): boolean {
  return [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.LIST, Kind.OBJECT].includes(
    node.kind as Kind.STRING,
  );
}

/** What graphql-js says of a value, without the value and without guesses at what was meant. */
const messages: readonly (readonly [said: RegExp, shown: string])[] = [
  [/^(\w+|Enum "\w+") cannot represent (.+?) value: /s, '$1 cannot represent $2 value.'],
  [/^(\w+) cannot represent value: /, '$1 cannot represent this value.'],
  [/^Value ".*" does not exist in "(\w+)" enum\./s, 'This value does not exist in enum "$1".'],
  [/^Expected (?:value of|non-nullable)? ?type "([^"]+)"/, 'Expected a value of type "$1".'],
  [/^Field ".*" is not defined by type "(\w+)"/s, 'This object has a field that type "$1" does not have.'],
  [/Field "(?:\w+\.)?(\w+)" of required type "([^"]+)" was not/, 'Field "$1" of type "$2" is required.'],
  [/ argument "(\w+)" of type "([^"]+)" is required/, 'Argument "$1" of type "$2" is required.'],
  [/^Variable "\$(\w+)" of (?:required|non-null) type "([^"]+)"/, 'Variable "$1" of type "$2" is required.'],
];

/** graphql-js quotes the offending value, which may be health data: a message tells only what was expected. */
function messageWithoutValue(error: GraphQLError): string {
  const cause = error.originalError ?? error;
  // Scalars of this product quote nothing.
  if (cause instanceof GraphQLError && publicCodeOf(cause) === 'BAD_USER_INPUT') return cause.message;
  const known = messages.find(([said]) => said.test(cause.message));
  const said = known?.[0].exec(cause.message)?.[0];
  return known === undefined || said === undefined ? 'This value is not valid.' : said.replace(...known);
}

type Sought = (node: ASTNode, key: string | number | undefined) => boolean;

/** Names of arguments and input fields, and places in lists, on the way to a node. */
function pathOf(document: DocumentNode, isSought: Sought): Path | undefined {
  let path: Path | undefined;
  visit(document, {
    enter(node, key, _parent, keys) {
      if (path !== undefined) return false;
      if (isSought(node, key)) path = stepsTo(document, keys);
      return undefined;
    },
  });
  return path;
}

function stepsTo(document: DocumentNode, keys: readonly (string | number)[]): (string | number)[] {
  let at: unknown = document;
  return keys.flatMap((key, index) => {
    at = (at as Record<string | number, unknown>)[key];
    if (keys[index - 1] === 'values') return [key];
    const node = at as ASTNode;
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
    return node.kind === Kind.VARIABLE_DEFINITION ? [...argumentOfVariable(document, node.variable.name.value)] : [];
  });
}
