import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@consulta/platform/graphql/errors';
import { argumentOfLiteral, argumentOfVariable } from '@consulta/platform/graphql/input-errors';
import { type DocumentNode, type StringValueNode, visit } from 'graphql';
import type { GatewayContext } from '../context.ts';

/**
 * Refuses text that PostgreSQL cannot store or that is no Unicode text at all: NUL and lone surrogates, in variables
 * and in literals. Here once, so that no subgraph has to think of it.
 */
export const safeTextPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document }) {
        for (const [name, value] of Object.entries(request.variables ?? {})) {
          const fault = faultIn(value, []);
          if (fault !== undefined) refuse(fault, argumentOfVariable(document, name));
        }
        checkLiterals(document);
      },
    };
  },
};

type Path = readonly (string | number)[];
type Fault = readonly [message: string, path: Path];

/** No input type comes near it, and what walks a value may recurse. */
const deepest = 32;

function refuse([message, path]: Fault, argument: Path): never {
  throw badUserInput(message, [...argument, ...path]);
}

export function isSafeText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

const unsafeText = 'Text must be valid Unicode without NUL characters.';

function faultIn(value: unknown, path: Path): Fault | undefined {
  if (typeof value === 'string') return isSafeText(value) ? undefined : [unsafeText, path];
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length === deepest) return ['This value is nested too deeply.', []];
  for (const [key, item] of Object.entries(value)) {
    // The key's own text must not stand in the path.
    const fault = isSafeText(key) ? faultIn(item, [...path, key]) : ([unsafeText, path] as const);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const checked = new WeakSet<DocumentNode>();

/** A parsed document is shared by all requests with its text, so it is walked once. */
function checkLiterals(document: DocumentNode): void {
  if (checked.has(document)) return;
  visit(document, {
    StringValue(node: StringValueNode) {
      if (!isSafeText(node.value)) refuse([unsafeText, []], argumentOfLiteral(document, node));
    },
  });
  checked.add(document);
}
