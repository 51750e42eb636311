import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { publicCodeOf } from './errors.ts';

type Path = readonly (string | number)[];

/**
 * Turns what validation and variable coercion say of a wrong value into BAD_USER_INPUT with the argument's path, the
 * same whether the value came in a variable or in the document. Errors about the document itself keep
 * GRAPHQL_VALIDATION_FAILED.
 */
export function withArgumentPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  if (typeof error.extensions['argument'] === 'string') return error;
  const path = pathAtFault(document, error);
  const code = path === undefined ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_USER_INPUT';
  return new GraphQLError(path === undefined ? error.message : messageWithoutValue(error), {
    nodes: error.nodes ?? null,
    extensions: { code, ...(path && { argument: path.join('.') }) },
  });
}

/** Where the document passes a variable: the path of the first argument or input field that takes it. */
export function argumentOfVariable(document: DocumentNode, name: string): Path {
  const path = pathWhere(document, (node, above) => {
    return node.kind === Kind.VARIABLE && node.name.value === name && above !== Kind.VARIABLE_DEFINITION;
  });
  return path === undefined || path.length === 0 ? [name] : path;
}

/** The path of a value that stands in the document: in an argument, or as the default of a variable. */
export function argumentOfLiteral(document: DocumentNode, value: ASTNode): Path | undefined {
  return pathWhere(document, (node) => node === value);
}

const refusedVariable = /^Variable "\$(\w+)" (?:got invalid value|of required type|of non-null type)/;
const missingArgument = / argument "(\w+)" of type "[^"]+" is required/;
const missingField = /Field "(?:\w+\.)?(\w+)" of required type "[^"]+" was not provided\.$/;

function pathAtFault(document: DocumentNode, error: GraphQLError): Path | undefined {
  const { message } = error;
  const argument = missingArgument.exec(message)?.[1];
  if (argument !== undefined) return [argument];
  const at = pathOfValue(document, error);
  const field = missingField.exec(message)?.[1];
  return at === undefined || field === undefined ? at : [...at, field];
}

function pathOfValue(document: DocumentNode, error: GraphQLError): Path | undefined {
  const variable = refusedVariable.exec(error.message)?.[1];
  if (variable !== undefined) {
    // After the invalid value, which may hold anything, stands where in it the fault lies: `at "input.modalities[1]"`.
    const within = / at "\w+((?:\.\w+|\[\d+\])+)"; /.exec(error.message)?.[1] ?? '';
    return [...argumentOfVariable(document, variable), ...(within.match(/\w+/g) ?? [])];
  }
  const node = error.nodes?.[0];
  return node !== undefined && isValue(node) ? argumentOfLiteral(document, node) : undefined;
}

/** What graphql-js says of a value, and how much of it may be said again. */
const messages: readonly (readonly [said: RegExp, shown: string])[] = [
  [/^(\w+|Enum "\w+") cannot represent (?:an? )?(.*?) ?value: /s, '$1 cannot represent a $2 value.'],
  [/^Value ".*" does not exist in "(\w+)" enum\./s, 'This value does not exist in "$1" enum.'],
  [/^Expected value of type "([^"]+)"/, 'Expected a value of type "$1".'],
  [/^Expected (?:non-nullable )?type "([^"]+)" (not to be null|to be an object)\./, 'Expected type "$1" $2.'],
  [/^Field "(?:\w+\.)?(\w+)" of required type "([^"]+)" was not/, 'Field "$1" of required type "$2" was not provided.'],
  [/ argument "(\w+)" of type "([^"]+)" is required/, 'Argument "$1" of type "$2" is required.'],
  [/^Variable "\$\w+" of (?:required|non-null) type "([^"]+)"/, 'A value of type "$1" is required.'],
];

/** graphql-js quotes the offending value; values may be health data, so a message keeps only what was expected. */
function messageWithoutValue(error: GraphQLError): string {
  const cause = error.originalError ?? error;
  // The scalars of this product know what not to say.
  if (cause instanceof GraphQLError && publicCodeOf(cause) === 'BAD_USER_INPUT') return cause.message;
  for (const [said, shown] of messages) {
    const match = said.exec(cause.message);
    if (match !== null) return match[0].replace(said, shown);
  }
  return 'This value is not valid.';
}

function isValue(node: ASTNode): boolean {
  return [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.LIST, Kind.OBJECT].includes(
    node.kind as Kind.STRING,
  );
}

/** Names of the arguments and input fields, and places in the lists, around the first node that is sought. */
function pathWhere(
  document: DocumentNode,
  isSought: (node: ASTNode, above: Kind | undefined) => boolean,
): Path | undefined {
  let found: Path | undefined;
  visit(document, {
    enter(node, _key, parent, keys, ancestors) {
      if (found !== undefined) return false;
      const above = ancestors.findLast((ancestor) => 'kind' in ancestor);
      found = isSought(node, parent !== undefined && 'kind' in parent ? parent.kind : above?.kind)
        ? pathFrom(document, keys, ancestors)
        : undefined;
      return undefined;
    },
  });
  return found;
}
