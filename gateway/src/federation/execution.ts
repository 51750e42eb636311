import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { Restrict } from './data-source.ts';
import type { Data } from './own-property.ts';

/** One request under way through a plan. */
export interface Execution {
  readonly context: GatewayContext;
  /** As the client sent them: subgraphs apply defaults and coerce. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Those that `@skip` and `@include` depend on. */
  readonly conditions: Conditions;
  /** What the subgraphs said so far. */
  readonly data: Data;
  readonly errors: GraphQLError[];
  readonly restrict: Restrict | undefined;
}

/** The Boolean variables that decide what an operation selects, by name. */
export type Conditions = Readonly<Record<string, boolean>>;

/** What is asked of a subgraph about a subscription: what it follows, or the answer for one event. */
export type StreamQuestion = 'open' | StreamEvent;

/** A part of a plan: works on the objects of an answer that it is about. */
export type Step = (execution: Execution, objects: readonly Data[]) => Promise<void>;
