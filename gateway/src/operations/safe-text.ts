import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@consulta/platform/graphql/errors';
import { type DocumentNode, Kind, visit } from 'graphql';
import type { GatewayContext } from '../context.ts';

/**
 * Refuses text that PostgreSQL cannot store or that is no Unicode text at all: NUL and lone surrogates, in variables
 * and in literals. Here once, so that no subgraph has to think of it.
 */
export const safeTextPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document }) {
        checkValue(request.variables, []);
        checkLiterals(document);
      },
    };
  },
};

function isSafe(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function checkValue(value: unknown, path: readonly (string | number)[]): void {
  if (typeof value === 'string') {
    if (!isSafe(value)) throw badUserInput('Text must be valid Unicode without NUL characters.', path);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkValue(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) checkValue(item, [...path, key]);
  }
}

const checked = new WeakSet<DocumentNode>();

/** A parsed document is shared by all requests with its text, so it is walked once. */
function checkLiterals(document: DocumentNode): void {
  if (checked.has(document)) return;
  const path: string[] = [];
  const named = {
    enter(node: { readonly name: { readonly value: string } }) {
      path.push(node.name.value);
    },
    leave() {
      path.pop();
    },
  };
  visit(document, {
    Argument: named,
    ObjectField: named,
    [Kind.STRING](node) {
      checkValue(node.value, path);
    },
  });
  checked.add(document);
}
