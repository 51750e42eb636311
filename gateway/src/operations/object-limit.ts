import type { ApolloServerPlugin } from '@apollo/server';
import { defaultPageSize, maxPageSize } from '@consulta/platform/connection/page';
import { fragmentsOf } from '@consulta/platform/graphql/fragments';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
} from 'graphql';
import type { GatewayContext } from '../context.ts';

/** A hundred rows that each have a hundred of their own, with a few entities beside each, come to 70,000. */
const mostObjects = 100_000;

/**
 * Refuses operations that may ask for more objects than an answer should hold, before they are planned. Pages within
 * pages multiply, and so do aliases in chained fragments: 1 KB of text can ask for more than fits into memory.
 */
export const objectLimitPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        // No operation is another plugin's to refuse.
        if (operation === undefined || objectsOf(schema, document, operation, request.variables ?? {}) <= mostObjects)
          return;
        throw new GraphQLError(
          `This operation may ask for more than ${mostObjects} objects: ask for smaller pages, or for less within them.`,
          { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
        );
      },
    };
  },
};

type Variables = Readonly<Record<string, unknown>>;

/** The most objects that an operation can be answered with, if every page is full. */
export function objectsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = fragmentsOf(document);
  const counted = new Map<string, number>();
  const given = withDefaults(operation, variables);

  const within = (type: unknown, { selections }: SelectionSetNode): number => {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(type, selection);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else {
        const { typeCondition: condition, selectionSet } = selection;
        sum += within(condition === undefined ? type : typeFromAST(schema, condition), selectionSet);
      }
    }
    return sum;
  };
  const ofField = (type: unknown, node: FieldNode): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined || node.selectionSet === undefined) return 0;
    return timesOf(field, node, given) * (1 + within(getNamedType(field.type), node.selectionSet));
  };
  const ofFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const sum = fragment === undefined ? 0 : within(typeFromAST(schema, fragment.typeCondition), fragment.selectionSet);
    counted.set(name, sum);
    return sum;
  };
  return within(schema.getRootType(operation.operation), operation.selectionSet);
}

/** How often the selection of a field may come in its answer: the size of its page, or the number of ids. */
function timesOf(
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
  variables: Variables,
): number {
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name);
  const sizeIn = (name: string): number | undefined => {
    const value = given.find((argument) => argument.name.value === name)?.value;
    return value && sizeOf(value, variables);
  };
  if (takes('ids')) return inRange(sizeIn('ids'), maxPageSize);
  return takes('first') ? inRange(sizeIn('last') ?? sizeIn('first'), defaultPageSize) : 1;
}

/** Sizes out of range are refused by who owns the list. */
function inRange(size: number | undefined, otherwise: number): number {
  return size !== undefined && size >= 0 ? Math.min(size, maxPageSize) : otherwise;
}

/** A number as it is, a list as its length; undefined for anything else. */
function sizeOf(value: ValueNode, given: Variables): number | undefined {
  switch (value.kind) {
    case Kind.INT:
      return Number(value.value);
    case Kind.LIST:
      return value.values.length;
    case Kind.VARIABLE: {
      const known = given[value.name.value];
      if (Array.isArray(known)) return known.length;
      return typeof known === 'number' ? known : undefined;
    }
    default:
      return undefined;
  }
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, sizeOf(defaultValue, {})] as const],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}
