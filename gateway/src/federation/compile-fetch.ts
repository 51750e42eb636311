import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphAnswer } from '@consulta/platform/hop/transport';
import { GraphQLError } from 'graphql';
import type { DataSource } from './data-source.ts';
import type { Execution, StreamQuestion } from './execution.ts';
import { merge } from './merge.ts';
import { type Data, isData, readOwn } from './own-property.ts';
import { compileRewrites, type TypesOf } from './rewrites.ts';
import { subgraphError } from './subgraph-error.ts';

/** What a plan is compiled against. */
export interface PlanTarget {
  readonly sourceOf: (subgraph: string) => DataSource;
  readonly typesOf: TypesOf;
}

/** Sends a fetch. */
export type Send = (execution: Execution, representations?: string, stream?: StreamQuestion) => Promise<SubgraphAnswer>;

/** The text of a fetch is written once: a request adds its variables. */
export function compileSend(
  { serviceName, operation, operationName, variableUsages }: FetchNode,
  target: PlanTarget,
): Send {
  const source = target.sourceOf(serviceName);
  const start = `{"query":${JSON.stringify(operation)},${
    operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`
  }"variables":{`;
  const used = (variableUsages ?? []).map((name) => ({ name, key: `${JSON.stringify(name)}:` }));

  return (execution, representations, stream) => {
    const { variables, context, restrict } = execution;
    let separator = '';
    let body = start;
    for (const { name, key } of used) {
      const value = readOwn(variables, name);
      if (value === undefined) continue;
      body += `${separator}${key}${JSON.stringify(value)}`;
      separator = ',';
    }
    if (representations !== undefined) body += `${separator}"representations":${representations}`;
    body += stream === undefined ? '}}' : `},"stream":${JSON.stringify(stream)}}`;
    return source.fetch(body, context, restrict);
  };
}

/** @throws why there is nothing to take */
export type FetchWork = (execution: Execution, objects: readonly Data[]) => Promise<void>;

/** Whatever was thrown, as an error of an answer. */
export function failure(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

export function compileRootFetch(fetch: FetchNode, target: PlanTarget): FetchWork {
  const send = compileSend(fetch, target);
  const take = compileTake(fetch, target);
  return async (execution, objects) => take(await send(execution), execution, objects);
}

/** Takes what a subgraph answered to a fetch of root fields. */
export function compileTake(
  { serviceName, outputRewrites }: FetchNode,
  { typesOf }: PlanTarget,
): (answer: SubgraphAnswer, execution: Execution, objects: readonly Data[]) => void {
  const rewrite = compileRewrites(outputRewrites, typesOf);
  return ({ data, errors }, execution, objects) => {
    for (const error of errors ?? []) execution.errors.push(subgraphError(error, serviceName, error.path));
    if (!isData(data)) return;
    rewrite(data);
    for (const object of objects) merge(object, data);
  };
}
