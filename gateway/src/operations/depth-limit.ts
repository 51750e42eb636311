import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Five connections within one another are 16 levels deep; GraphiQL's own introspection is 15. */
const mostLevels = 40;

/**
 * Refuses operations that nest too deeply. Each connection multiplies rows, and the time to plan an operation grows
 * much faster than its text: chained fragments of 50 KB would keep the gateway busy for a minute.
 */
export function limitDepth(context: ValidationContext): ASTVisitor {
  const known = new Map<string, number>();

  const below = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const inner = selection.selectionSet === undefined ? 0 : levelsOf(selection.selectionSet);
    return selection.kind === Kind.FIELD ? 1 + inner : inner;
  };
  const levelsOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((most, selection) => Math.max(most, below(selection)), 0);
  const ofFragment = (name: string): number => {
    const counted = known.get(name);
    if (counted !== undefined) return counted;
    // A fragment within itself is another rule's to refuse.
    known.set(name, 0);
    const fragment = context.getFragment(name);
    const levels = fragment ? levelsOf(fragment.selectionSet) : 0;
    known.set(name, levels);
    return levels;
  };

  return {
    OperationDefinition(operation) {
      if (levelsOf(operation.selectionSet) <= mostLevels) return;
      context.reportError(
        new GraphQLError(`This operation is more than ${mostLevels} levels deep.`, { nodes: operation }),
      );
    },
  };
}
