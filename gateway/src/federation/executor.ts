import { badUserInput } from '@consulta/platform/graphql/errors';
import type { OpenedStream } from '@consulta/platform/stream/stream-event';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  print,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../context.ts';
import { readConditions } from './conditions.ts';
import type { Restrict } from './data-source.ts';
import type { Execution } from './execution.ts';
import { type FederatedSchema, type PreparedOperation, prepareOperation } from './prepare.ts';
import type { Unanswered } from './subscription.ts';

/** What a client sends. The document is valid for the schema that clients see. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Answers operations over all subgraphs, each distinct document planned and compiled once. */
export interface GraphExecutor {
  /**
   * Answers a query or a mutation, or a subscription for the event of the context.
   *
   * @param restrict told how long each part of the answer may be kept
   */
  execute(operation: Operation, context: GatewayContext, restrict?: Restrict): Promise<ExecutionResult>;
  /** Asks the subgraph of a subscription's field what the subscription follows. */
  open(operation: Operation, context: GatewayContext): Promise<OpenedStream | Unanswered>;
}

/**
 * @param graph the graph as it is now: a new supergraph is planned for anew
 * @param capacity characters of documents and plans kept, the least recently used out first
 */
export function createExecutor(graph: () => FederatedSchema, capacity = 2_000_000): GraphExecutor {
  const plans = new WeakMap<FederatedSchema, LRUCache<string, PreparedOperation>>();

  const prepared = ({ document, operationName }: Operation): PreparedOperation => {
    const current = graph();
    let known = plans.get(current);
    if (known === undefined) {
      known = new LRUCache({ maxSize: capacity, sizeCalculation: ({ size }) => size });
      plans.set(current, known);
    }
    const text = document.loc?.source.body ?? print(document);
    const key = operationName ? `${operationName} ${text}` : text;
    let operation = known.get(key);
    if (operation === undefined) {
      const node = getOperationAST(document, operationName);
      if (node == null) throw badUserInput('Name one of the operations that the document holds.', ['operationName']);
      operation = prepareOperation(current, document, node);
      known.set(key, operation);
    }
    return operation;
  };

  const begin = (operation: Operation, context: GatewayContext, restrict?: Restrict): Begun | Unanswered => {
    const { document, variables } = operation;
    const ready = prepared(operation);
    const given = variables ?? {};
    const { errors, coerced } = getVariableValues(graph().schema, ready.operation.variableDefinitions ?? [], given);
    if (coerced === undefined) return { errors };
    const conditions = readConditions(ready.conditions, coerced, document);
    if (conditions instanceof GraphQLError) return { errors: [conditions] };
    return { ready, execution: { context, variables: given, conditions, data: {}, errors: [], restrict } };
  };

  return {
    async execute(operation, context, restrict) {
      const begun = begin(operation, context, restrict);
      if ('errors' in begun) return begun;
      const { ready, execution } = begun;
      const { data, errors, variables, conditions } = execution;
      if (ready.subscription !== undefined) {
        if (context.event === undefined) return { errors: [notByRequest()] };
        await ready.subscription.take(execution);
      }
      await ready.plan(execution, [data]);
      const { introspect, shape } = ready.answerFor(conditions);
      introspect?.(data, variables);
      const shaped = shape(data);
      return errors.length === 0 ? { data: shaped } : { errors, data: shaped };
    },
    async open(operation, context) {
      const begun = begin(operation, context);
      if ('errors' in begun) return begun;
      const { subscription } = begun.ready;
      if (subscription === undefined) return { errors: [badUserInput('Only a subscription can be opened.', [])] };
      return subscription.open(begun.execution);
    },
  };
}

interface Begun {
  readonly ready: PreparedOperation;
  readonly execution: Execution;
}

/** A subscription without an event came where one answer is expected. */
function notByRequest(): GraphQLError {
  return badUserInput('A subscription is not answered by a single request: open a stream for it.', []);
}
