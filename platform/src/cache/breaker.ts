import { CircuitState, circuitBreaker, handleAll, SamplingBreaker } from 'cockatiel';
import type { Logger } from '../logger.ts';
import { reasonOf } from '../outbox/failure.ts';
import { answerWithin } from './answer-within.ts';
import { StoreUnavailable } from './store.ts';

/**
 * The store is left alone once half of what it was asked in this time failed. Not after some failures in a row: one moment
 * in which nobody gets a processor fails all questions under way, and to read everything from the database instead would
 * make many such moments of it.
 */
const sampleMillis = 2_000;
const leastPerSecond = 2;
/** How often it is then tried. */
const probeMillis = 1_000;

/** Keeps a store that is slow or away from costing its callers anything. */
export interface Breaker {
  /** True while the store is left alone. */
  isOpen(): boolean;
  /** @throws {StoreUnavailable} at once while it is open, else when `work` fails or takes too long */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): void;
}

/**
 * @param answerMillis how long the store may take
 * @param probe asks the store something small; never on the path of a request
 */
export function createBreaker({
  answerMillis,
  probe,
  logger,
}: {
  answerMillis: number;
  probe: () => Promise<unknown>;
  logger: Logger;
}): Breaker {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: probeMillis,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: sampleMillis, minimumRps: leastPerSecond }),
  });
  let open = false;
  let timer: NodeJS.Timeout | undefined;

  const execute = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await policy.execute(() =>
        answerWithin(answerMillis, work(), () => new StoreUnavailable('it took too long')),
      );
    } catch (cause) {
      throw cause instanceof StoreUnavailable ? cause : new StoreUnavailable('the store failed', { cause });
    }
  };
  policy.onBreak((reason) => {
    if (open) return;
    open = true;
    logger.warn({ reason: 'error' in reason ? reasonOf(reason.error) : undefined }, 'the caches do without Redis');
    timer = setInterval(() => void execute(probe).catch(() => undefined), probeMillis + 10).unref();
  });
  policy.onReset(() => {
    clearInterval(timer);
    if (open) logger.info('the caches use Redis again');
    open = false;
  });

  return {
    isOpen: () => open,
    async run(work) {
      if (policy.state !== CircuitState.Closed) throw new StoreUnavailable('the store is left alone');
      return execute(work);
    },
    close: () => clearInterval(timer),
  };
}
