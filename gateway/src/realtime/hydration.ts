import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorCode, publicCodeOf } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import type { StreamMetrics } from '@consulta/platform/stream/metrics';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Sessions } from '../auth/viewer.ts';
import { presentError, presentFailure } from '../http/present-errors.ts';
import { createGate } from './gate.ts';
import type { SubscriptionOperation } from './subscription.ts';
import type { SubscriptionExecutor } from './subscription-executor.ts';

/** Of all subscriptions of a process: the graph also answers requests. */
const hydrationsAtOnce = 64;
/** Between the attempts of what is only away for a moment. */
const pausesMillis = [100, 400, 1_500];

/** What a subscription says of one event. */
export type Outcome =
  /** Nothing: the event is none of its own. */
  | { readonly kind: 'none' }
  /** An answer, serialised and encoded once for everybody who gets it. */
  | { readonly kind: 'answer'; readonly bytes: Buffer }
  /** That it is over. */
  | { readonly kind: 'end'; readonly errors: readonly GraphQLFormattedError[] };

/** Has the graph answer a subscription for one event, with what its viewer may do then. Never rejects. */
export type Hydrate = (
  operation: SubscriptionOperation,
  account: string | null,
  event: StreamEvent,
) => Promise<Outcome>;

export interface HydrationDependencies {
  readonly executor: SubscriptionExecutor;
  readonly sessions: Sessions;
  readonly metrics: StreamMetrics;
  readonly logger: Logger;
  /** Milliseconds that one answer may take. */
  readonly deadlineMillis: number;
}

export function createHydrate(dependencies: HydrationDependencies): Hydrate {
  const gate = createGate(hydrationsAtOnce);
  const attempt = (operation: SubscriptionOperation, account: string | null, event: StreamEvent) =>
    gate(() => hydrateOnce(dependencies, operation, account, event));
  return async (operation, account, event) => {
    for (const pause of pausesMillis) {
      const outcome = await attempt(operation, account, event);
      if (!isOfTheMoment(outcome)) return outcome;
      await sleep(pause, undefined, { ref: false });
    }
    return attempt(operation, account, event);
  };
}

async function hydrateOnce(
  { executor, sessions, metrics, logger, deadlineMillis }: HydrationDependencies,
  operation: SubscriptionOperation,
  account: string | null,
  event: StreamEvent,
): Promise<Outcome> {
  const requestId = randomUUID();
  metrics.hydrations.inc();
  try {
    const viewer: Viewer = await sessions.viewerOf(account);
    const deadline = Date.now() + deadlineMillis;
    const result = await executor.execute(operation, { viewer, requestId, deadline, statements: [], event });
    return outcomeOf(result, (error) => presentError(error, operation.document, requestId, logger));
  } catch (error) {
    return { kind: 'end', errors: [presentFailure(error, requestId, logger)] };
  }
}

function outcomeOf(
  { data, errors = [] }: ExecutionResult,
  present: (error: GraphQLError) => GraphQLFormattedError,
): Outcome {
  const [root] = Object.values(data ?? {});
  const isEnd = (data ?? null) === null || errors.some(({ path }) => path?.length === 1);
  if ((root ?? null) === null && isEnd && errors.length > 0) return { kind: 'end', errors: errors.map(present) };
  if ((root ?? null) === null && errors.length === 0) return { kind: 'none' };
  const text = JSON.stringify(errors.length > 0 ? { data, errors: errors.map(present) } : { data });
  return { kind: 'answer', bytes: Buffer.from(text) };
}

const momentary: readonly (ErrorCode | undefined)[] = ['SERVICE_UNAVAILABLE', 'TIMEOUT'];

function isOfTheMoment(outcome: Outcome): boolean {
  return outcome.kind === 'end' && outcome.errors.some((error) => momentary.includes(publicCodeOf(error)));
}
