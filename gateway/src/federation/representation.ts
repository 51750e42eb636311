import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { merge } from './merge.ts';
import { type Data, isData, readOwn } from './own-property.ts';
import type { TypesOf } from './rewrites.ts';

/** How an entity is named to a subgraph: its type, its key and what the subgraph needs; null where that is not known. */
export type Represent = (entity: unknown) => Data | null;

export function compileRepresentation(selections: readonly QueryPlanSelectionNode[], typesOf: TypesOf): Represent {
  const parts = selections.map((selection) => compilePart(selection, typesOf));
  return (entity) => {
    if (!isData(entity)) return null;
    const representation: Data = {};
    return parts.every((add) => add(entity, representation)) ? representation : null;
  };
}

/** False where what is selected is not known. */
type Part = (entity: Data, representation: Data) => boolean;

function compilePart(selection: QueryPlanSelectionNode, typesOf: TypesOf): Part {
  if (selection.kind === 'InlineFragment') {
    const within = compileRepresentation(selection.selections, typesOf);
    const types = selection.typeCondition === undefined ? undefined : typesOf(selection.typeCondition);
    return (entity, representation) => {
      if (types?.has(String(entity['__typename'])) !== true) return true;
      const part = within(entity);
      if (part !== null) merge(representation, part);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const within = selection.selections && deeply(compileRepresentation(selection.selections, typesOf));
  return (entity, representation) => {
    const value = readOwn(entity, name);
    if (value === undefined) return false;
    representation[name] = within === undefined ? value : within(value);
    return true;
  };
}

function deeply(represent: Represent): (value: unknown) => unknown {
  const each = (value: unknown): unknown => (Array.isArray(value) ? value.map(each) : represent(value));
  return each;
}
