import type { FetchNode } from '@apollo/query-planner';
import { badUserInput } from '@consulta/platform/graphql/errors';
import type { GraphQLError } from 'graphql';
import { compileSend, type FetchWork, type PlanTarget } from './compile-fetch.ts';
import type { Execution } from './execution.ts';
import { merge } from './merge.ts';
import { type Data, isData } from './own-property.ts';
import { compileRepresentation } from './representation.ts';
import { type AnswerPath, type PlanPath, placesAt } from './response-path.ts';
import { compileRewrites } from './rewrites.ts';
import { subgraphError } from './subgraph-error.ts';

/** Entities as a subgraph is asked for them. */
interface Named {
  /** Representations, as JSON. */
  readonly texts: readonly string[];
  /** For each representation, the objects that it stands for, by their position. */
  readonly holders: readonly (readonly number[])[];
}

/**
 * A fetch of more about objects that are known by their keys. Those that are named alike are asked for once.
 *
 * @param path where the objects are in the answer
 */
export function compileEntityFetch(fetch: FetchNode, path: PlanPath, target: PlanTarget): FetchWork {
  const { serviceName, variableUsages, outputRewrites } = fetch;
  if (variableUsages?.includes('representations') === true) {
    return () => Promise.reject(badUserInput('A variable may not be called "representations" here.', []));
  }
  const send = compileSend(fetch, target);
  const name = compileNaming(fetch, target);
  const rewrite = compileRewrites(outputRewrites, target.typesOf);

  return async (execution, objects) => {
    const { texts, holders } = name(objects);
    if (texts.length === 0) return;
    const { data, errors = [] } = await send(execution, `[${texts.join(',')}]`);
    if (errors.length > 0) execution.errors.push(...inPlaces(errors, serviceName, placesOf(execution, path, holders)));
    if (!isData(data)) return;
    const entities = data['_entities'];
    if (!Array.isArray(entities) || entities.length !== holders.length) {
      throw new Error(`${serviceName} did not answer for each of ${holders.length} entities`);
    }
    for (const [index, held] of holders.entries()) {
      const entity: unknown = entities[index];
      if (isData(entity)) take(entity, objects, held);
    }
  };

  function take(entity: Data, objects: readonly Data[], held: readonly number[]): void {
    entity['__typename'] ||= objects[held[0] ?? 0]?.['__typename'];
    rewrite(entity);
    for (const position of held) {
      const object = objects[position];
      if (object !== undefined) merge(object, entity);
    }
  }
}

function compileNaming(
  { requires = [], inputRewrites }: FetchNode,
  { typesOf }: PlanTarget,
): (objects: readonly Data[]) => Named {
  const represent = compileRepresentation(requires, typesOf);
  const rewrite = compileRewrites(inputRewrites, typesOf);
  return (objects) => {
    const known = new Map<string, number[]>();
    const texts: string[] = [];
    for (let position = 0; position < objects.length; position += 1) {
      const representation = represent(objects[position]);
      if (!representation?.['__typename']) continue;
      rewrite(representation);
      const text = JSON.stringify(representation);
      // What another subgraph calls alike may differ in type here.
      const name = inputRewrites === undefined ? text : String(position);
      const held = known.get(name);
      if (held !== undefined) {
        held.push(position);
        continue;
      }
      known.set(name, [position]);
      texts.push(text);
    }
    return { texts, holders: [...known.values()] };
  };
}

/** An entity's error is one in every place where the entity stands. */
function inPlaces(
  errors: readonly GraphQLError[],
  serviceName: string,
  placesOf: (path: AnswerPath | undefined) => readonly (AnswerPath | undefined)[],
): GraphQLError[] {
  return errors.flatMap((error) => placesOf(error.path).map((place) => subgraphError(error, serviceName, place)));
}

function placesOf(
  { data }: Execution,
  path: PlanPath,
  holders: readonly (readonly number[])[],
): (path: AnswerPath | undefined) => readonly (AnswerPath | undefined)[] {
  let places: readonly AnswerPath[] | undefined;
  return (errorPath) => {
    if (errorPath === undefined) return [undefined];
    const [, index, ...rest] = errorPath;
    if (typeof index !== 'number') return [[...path, ...errorPath]];
    places ??= placesAt(data, path);
    return (holders[index] ?? []).map((held) => [...(places?.[held] ?? []), ...rest]);
  };
}
