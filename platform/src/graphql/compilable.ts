import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
  visit,
} from 'graphql';

/**
 * Whether the compiler treats an operation as the reference implementation does, once its variables have their defaults.
 * A field called `__proto__` becomes its object's prototype, and over an input type that holds itself it never ends, so
 * operations that could meet one are interpreted; mutations are as well, since what they spend their time on is not
 * execution.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  if (operation !== OperationTypeNode.QUERY || namesPrototype(document)) return false;
  return variableDefinitions.every(({ type }) => {
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    return input !== undefined && !holdsItself(input, []);
  });
}

/** @param within the input types that hold this one */
function holdsItself(input: GraphQLInputType, within: readonly string[]): boolean {
  const type = getNamedType(input);
  if (!isInputObjectType(type)) return false;
  if (within.includes(type.name)) return true;
  return Object.values(type.getFields()).some((field) => holdsItself(field.type, [...within, type.name]));
}

function namesPrototype(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ alias }) {
      found ||= alias?.value === '__proto__';
    },
  });
  return found;
}
