import type { Logger } from '../logger.ts';

/** One step of an orderly end, in the order it is registered. */
export interface DrainStep {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/**
 * Ends a process on SIGTERM or SIGINT: the steps run in order, then it exits with 0; a second signal, or the
 * time limit, exits with 1 at once.
 *
 * @param limitMillis default 25 s, short of the 30 s that orchestrators grant
 */
export function drainOnSignals(steps: readonly DrainStep[], logger: Logger, limitMillis = 25_000): void {
  let draining = false;
  const drain = async (signal: NodeJS.Signals): Promise<void> => {
    if (draining) process.exit(1);
    draining = true;
    logger.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), limitMillis).unref();
    for (const step of steps) {
      try {
        await step.run();
      } catch (error) {
        logger.error({ err: error, step: step.name }, 'a step of the drain failed');
      }
    }
    logger.info('drained');
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void drain(signal));
  process.on('SIGINT', (signal) => void drain(signal));
}
