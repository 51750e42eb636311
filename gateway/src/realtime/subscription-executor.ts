import type { OpenedStream, StreamEvent } from '@consulta/platform/stream/stream-event';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { SubscriptionOperation } from './subscription.ts';

/** Asks the graph on behalf of a subscription: what it follows, and what it says of one event. */
export interface SubscriptionExecutor {
  open(
    operation: SubscriptionOperation,
    context: GatewayContext,
  ): Promise<OpenedStream | { readonly errors: readonly GraphQLError[] }>;
  /**
   * @returns the answer for the context's event: a root field that is null without an error says that the event is none
   * of the subscription's, an error of the root field ends it
   */
  execute(
    operation: SubscriptionOperation,
    context: GatewayContext & { readonly event: StreamEvent },
  ): Promise<ExecutionResult>;
}
