import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Data, setOwn } from './own-property.ts';

/** Answers `__schema` and `__type` from the schema that clients see; undefined where nothing asks for them. */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: readonly FieldNode[],
): ((data: Data, variableValues: Readonly<Record<string, unknown>>) => void) | undefined {
  if (selections.length === 0) return undefined;
  const own: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  return (data, variableValues) => {
    const { data: found, errors } = executeSync({ schema, document: own, variableValues });
    if (errors?.[0] !== undefined) throw errors[0];
    for (const [key, value] of Object.entries(found ?? {})) setOwn(data, key, value);
  };
}
