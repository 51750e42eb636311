import { badUserInput } from '@consulta/platform/graphql/errors';
import { argumentOfVariable } from '@consulta/platform/graphql/input-errors';
import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import type { Conditions } from './execution.ts';

/** The variables that `@skip` and `@include` of a document depend on. */
export function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * @param variables coerced, with their defaults
 * @returns BAD_USER_INPUT where one is null: a default lets a nullable variable stand there
 */
export function readConditions(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
  document: DocumentNode,
): Conditions | GraphQLError {
  const conditions: Record<string, boolean> = Object.create(null);
  for (const name of names) {
    const value = variables[name];
    // A variable of another operation of the document.
    if (value === undefined) continue;
    if (typeof value !== 'boolean') {
      return badUserInput(`Variable "$${name}" must not be null.`, argumentOfVariable(document, name));
    }
    conditions[name] = value;
  }
  return conditions;
}
