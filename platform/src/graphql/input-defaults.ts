import {
  astFromValue,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
/** Undefined where there is nothing to fill in. */
type Fill = ((value: unknown) => unknown) | undefined;

/**
 * Fills into an operation's variables what the client left to its defaults: those of input fields and of non-null
 * variables, which the compiler of queries forgets. Values stay as clients write them, and wrong ones as they are. For
 * operations none of whose input types holds itself.
 */
export function inputDefaultsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (variables: Variables) => Variables {
  const fillOf = createFills();
  const parts = (operation.variableDefinitions ?? []).map(({ variable, type: typeNode, defaultValue }) => {
    const type = typeFromAST(schema, typeNode as never) as GraphQLInputType;
    const standard =
      typeNode.kind === Kind.NON_NULL_TYPE && defaultValue ? valueFromASTUntyped(defaultValue) : undefined;
    return { name: variable.name.value, standard, fill: fillOf(type) };
  });
  return filling(parts) ?? ((variables) => variables);
}

/** One of several named values. */
interface Part {
  readonly name: string;
  /** What it is where the client says nothing. */
  readonly standard: unknown;
  readonly fill: Fill;
}

/** Fills what is there of the parts, and those with a default that are not. */
function filling(parts: readonly Part[]): ((values: Variables) => Variables) | undefined {
  const concerned = parts.filter(({ standard, fill }) => standard !== undefined || fill !== undefined);
  if (concerned.length === 0) return undefined;
  return (values) => {
    const filled: Record<string, unknown> = { ...values };
    for (const { name, standard, fill } of concerned) {
      const value = filled[name] === undefined ? standard : filled[name];
      if (value !== undefined) filled[name] = fill === undefined ? value : fill(value);
    }
    return filled;
  };
}

function createFills(): (type: GraphQLInputType) => Fill {
  const known = new Map<GraphQLInputObjectType, Fill>();

  const fillOf = (type: GraphQLInputType): Fill => {
    if (isNonNullType(type)) return fillOf(type.ofType);
    if (isListType(type)) {
      const ofItem = fillOf(type.ofType);
      return ofItem && ((value) => (Array.isArray(value) ? value.map(ofItem) : ofItem(value)));
    }
    if (!isInputObjectType(type)) return undefined;
    if (!known.has(type)) known.set(type, ofObject(type));
    return known.get(type);
  };
  const ofObject = (type: GraphQLInputObjectType): Fill => {
    const fill = filling(
      Object.values(type.getFields()).map(({ name, type: fieldType, defaultValue }) => {
        const written = defaultValue === undefined ? undefined : astFromValue(defaultValue, fieldType);
        return { name, standard: written == null ? undefined : valueFromASTUntyped(written), fill: fillOf(fieldType) };
      }),
    );
    return fill && ((value) => (isObject(value) ? fill(value) : value));
  };
  return fillOf;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
