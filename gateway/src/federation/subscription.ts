import type { FetchNode } from '@apollo/query-planner';
import type { OpenedStream } from '@consulta/platform/stream/stream-event';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { compileSend, compileTake, failure, type PlanTarget } from './compile-fetch.ts';
import type { Execution } from './execution.ts';
import { subgraphError } from './subgraph-error.ts';

/** Why there is nothing to answer with. */
export interface Unanswered {
  readonly errors: readonly GraphQLError[];
}

/** The one root field of a subscription, which a subgraph answers for one event at a time. */
export interface CompiledSubscription {
  /** What it follows. */
  readonly open: (execution: Execution) => Promise<OpenedStream | Unanswered>;
  /** Its answer for the event of the execution's context; the rest of the plan runs after it. */
  readonly take: (execution: Execution) => Promise<void>;
}

const openedSchema = z.object({ topics: z.array(z.string()), after: z.number().nullable() });

export function compileSubscription(primary: FetchNode, target: PlanTarget): CompiledSubscription {
  const { serviceName } = primary;
  const send = compileSend(primary, target);
  const take = compileTake(primary, target);
  return {
    async open(execution) {
      try {
        const { errors = [], extensions } = await send(execution, undefined, 'open');
        if (errors.length > 0) return { errors: errors.map((error) => subgraphError(error, serviceName, error.path)) };
        return openedSchema.parse(extensions?.['stream']);
      } catch (error) {
        return { errors: [failure(error)] };
      }
    },
    async take(execution) {
      try {
        take(await send(execution, undefined, execution.context.event), execution, [execution.data]);
      } catch (error) {
        execution.errors.push(failure(error));
      }
    },
  };
}
