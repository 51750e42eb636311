import { type ASTNode, BREAK, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/**
 * Turns what validation and variable coercion say of a wrong value into BAD_USER_INPUT with the argument's path.
 * Errors about the document itself keep GRAPHQL_VALIDATION_FAILED.
 */
export function withArgumentPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  if (typeof error.extensions['argument'] === 'string') return error;
  const variable = /^Variable "\$(\w+)"/.exec(error.message);
  const value = error.nodes?.[0];
  const argument =
    variable?.[1] === undefined
      ? value && isValue(value) && pathOfLiteral(document, value)
      : pathOfVariable(variable[1], error.message);
  const code = argument ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
  const message = error.originalError?.message ?? messageWithoutValue(error.message);
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    extensions: { code, ...(argument && { argument }) },
  });
}

/** graphql-js quotes the offending value; values may be health data, so the message keeps only what was expected. */
function messageWithoutValue(message: string): string {
  return message.replace(/ got invalid value .*?(?= at "|; )/s, ' got an invalid value');
}

function pathOfVariable(name: string, message: string): string {
  const at = / at "([^"]+)"/.exec(message)?.[1];
  return at ?? name;
}

function isValue(node: ASTNode): boolean {
  return [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.LIST, Kind.OBJECT].includes(
    node.kind as Kind.STRING,
  );
}

function pathOfLiteral(document: DocumentNode, value: ASTNode): string | undefined {
  let path: string | undefined;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== value) return undefined;
      // Ancestors alternate between nodes and the lists of siblings they stand in.
      path = [...ancestors, ...(parent === undefined ? [] : [parent])]
        .filter((ancestor) => 'kind' in ancestor)
        .flatMap((step) => (step.kind === Kind.ARGUMENT || step.kind === Kind.OBJECT_FIELD ? [step.name.value] : []))
        .join('.');
      return BREAK;
    },
  });
  return path;
}
