import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { reasonOf } from '../outbox/failure.ts';

/** Work that is done every now and then. */
export interface Repetition {
  /** Finishes what is in hand. */
  stop(): Promise<void>;
}

/**
 * Does something until it is stopped. What fails is done again after the next pause; the first failure is logged, and that
 * it works again.
 *
 * @param pauseMillis between two times, more or less: many processes do not do it all at once
 * @param begins at once, or after a pause
 */
export function startRepeating({
  work,
  pauseMillis,
  begins,
  logger,
  said,
}: {
  work: () => Promise<void>;
  pauseMillis: number;
  begins: 'now' | 'later';
  logger: Logger;
  /** In the log, at the first failure and after the last. */
  said: { readonly failed: string; readonly works: string };
}): Repetition {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = () => sleep(pauseMillis * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);

  const run = async (): Promise<void> => {
    let failures = 0;
    if (begins === 'later') await pause();
    for (; !signal.aborted; await pause()) {
      try {
        await work();
        if (failures > 0) logger.info(said.works);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.warn({ reason: reasonOf(error) }, said.failed);
      }
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
