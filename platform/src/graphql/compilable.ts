import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  visit,
} from 'graphql';

/**
 * Whether the compiler treats an operation as the reference implementation does. It forgets the defaults of input
 * fields and of non-null variables, and a field called `__proto__` becomes its object's prototype, so operations that
 * could meet one are interpreted; mutations are as well, since what they spend their time on is not execution.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || namesPrototype(document)) return false;
  return (operation.variableDefinitions ?? []).every(({ type, defaultValue }) => {
    if (type.kind === Kind.NON_NULL_TYPE && defaultValue !== undefined) return false;
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    return input !== undefined && !hasDefaults(input, new Set());
  });
}

/** @param seen input types may refer to each other */
function hasDefaults(input: GraphQLInputType, seen: Set<string>): boolean {
  const type = getNamedType(input);
  if (!isInputObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return Object.values(type.getFields()).some(
    (field) => field.defaultValue !== undefined || hasDefaults(field.type, seen),
  );
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
