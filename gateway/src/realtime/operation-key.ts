import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';
import type { SubscriptionOperation } from './subscription.ts';

const cursorArgument = 'after';

/**
 * All that the answers for an event depend on: those who have it in common share them. Where a client stood when it came is
 * not part of it.
 */
export function sharedKeyOf(
  { operationName, variables }: SubscriptionOperation,
  textHash: string,
  viewer: Viewer,
  cursorVariable: string | undefined,
): string {
  const given = Object.entries(variables).filter(([name]) => name !== cursorVariable);
  const sorted = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([textHash, operationName ?? null, viewer, sorted]);
}

const known = new WeakMap<DocumentNode, Map<string | undefined, string | undefined>>();

/** The variable that holds the cursor, where it holds nothing else. */
export function cursorVariableOf({ document, operationName }: SubscriptionOperation): string | undefined {
  const ofDocument = known.get(document) ?? new Map<string | undefined, string | undefined>();
  known.set(document, ofDocument);
  if (!ofDocument.has(operationName)) ofDocument.set(operationName, findCursorVariable(document, operationName));
  return ofDocument.get(operationName);
}

function findCursorVariable(document: DocumentNode, operationName: string | undefined): string | undefined {
  const [root] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (root?.kind !== Kind.FIELD) return undefined;
  const cursor = root.arguments?.find(({ name }) => name.value === cursorArgument)?.value;
  if (cursor?.kind !== Kind.VARIABLE) return undefined;
  let uses = 0;
  visit(document, {
    Variable(node, _key, parent) {
      const isDefinition = parent !== undefined && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION;
      if (node.name.value === cursor.name.value && !isDefinition) uses += 1;
    },
  });
  return uses === 1 ? cursor.name.value : undefined;
}
