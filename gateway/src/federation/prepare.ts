import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { compileAnswer, isIntrospection } from './compile-answer.ts';
import type { PlanTarget } from './compile-fetch.ts';
import { compilePlan } from './compile-plan.ts';
import { conditionsOf } from './conditions.ts';
import type { Conditions, Step } from './execution.ts';
import { compileIntrospection } from './introspection.ts';
import type { Data } from './own-property.ts';
import { createSelectFields } from './selected-fields.ts';
import { type CompiledSubscription, compileSubscription } from './subscription.ts';

/** The graph of one supergraph, as operations are planned against it. */
export interface FederatedSchema extends PlanTarget {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly planned: Schema;
  readonly planner: QueryPlanner;
}

/** An operation made ready once, for all requests that send its document. */
export interface PreparedOperation {
  readonly operation: OperationDefinitionNode;
  /** Names of the variables that decide what is selected. */
  readonly conditions: readonly string[];
  /** What it costs to keep, in characters. */
  readonly size: number;
  readonly plan: Step;
  /** Of a subscription: what comes before the plan. */
  readonly subscription: CompiledSubscription | undefined;
  readonly answerFor: (conditions: Conditions) => Answer;
}

/** Makes a client's answer out of what the subgraphs said. */
export interface Answer {
  readonly introspect: ReturnType<typeof compileIntrospection>;
  readonly shape: (data: Data) => Data | null;
}

/** @throws GraphQLError where the operation cannot be planned */
export function prepareOperation(
  graph: FederatedSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  const name = operation.name?.value;
  const planned = operationFromDocument(graph.planned, document, name === undefined ? {} : { operationName: name });
  const { node }: QueryPlan = graph.planner.buildQueryPlan(planned);
  const isSubscription = node?.kind === 'Subscription';
  const rest = isSubscription ? node.rest : node;
  return {
    operation,
    conditions: conditionsOf(document),
    size: (document.loc?.end ?? 1) + JSON.stringify(node ?? null).length,
    plan: rest === undefined ? async () => undefined : compilePlan(rest, graph),
    subscription: isSubscription ? compileSubscription(node.primary, graph) : undefined,
    answerFor: createAnswers(graph.schema, document, operation),
  };
}

/** Combinations of conditions that are kept for one document: clients could send any number. */
const mostAnswers = 8;

/** What is selected is settled once for each combination of conditions. */
function createAnswers(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (conditions: Conditions) => Answer {
  const known = new Map<string, Answer>();
  const create = (conditions: Conditions): Answer => {
    const type = schema.getRootType(operation.operation);
    if (!isObjectType(type)) throw new Error(`the graph has no ${operation.operation}`);
    const selectFields = createSelectFields(schema, document, conditions);
    const root = { type, selectionSet: operation.selectionSet };
    const fields = operation.operation === OperationTypeNode.QUERY ? [...selectFields(type, [root]).values()] : [];
    const introspected = fields.flatMap((all) => all.map(({ node }) => node)).filter(isIntrospection);
    return {
      introspect: compileIntrospection(schema, document, operation, introspected),
      shape: compileAnswer(schema, selectFields, root),
    };
  };
  return (conditions) => {
    const key = JSON.stringify(conditions);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = create(conditions);
      if (known.size === mostAnswers) known.clear();
      known.set(key, answer);
    }
    return answer;
  };
}
