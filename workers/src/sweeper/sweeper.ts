import { setTimeout as sleep } from 'node:timers/promises';
import { createSweep } from '@consulta/appointments/sweeper';
import type { Logger } from '@consulta/platform/logger';
import { reasonOf } from '@consulta/platform/outbox/failure';
import type { Pool } from '@consulta/platform/postgres/pool';

/** Ends what only time ends. */
export interface Sweeper {
  /** Finishes the sweep in hand. */
  stop(): Promise<void>;
}

/**
 * Sweeps until stopped. Any number of sweepers share the work; a sweep that fails is made again after the next pause.
 *
 * @param poke tells the relay which types of events there are to deliver
 * @param pauseMillis between two sweeps, more or less: many sweepers do not meet. Default 1 s
 */
export function startSweeper({
  pool,
  poke,
  logger,
  pauseMillis = 1_000,
}: {
  pool: Pool;
  poke: (schema: string, types: readonly string[]) => void;
  logger: Logger;
  pauseMillis?: number;
}): Sweeper {
  const sweep = createSweep(pool, poke);
  const stopping = new AbortController();

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await sweep();
        if (failures > 0) logger.info('the sweeper works again');
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.warn({ reason: reasonOf(error) }, 'the sweeper pauses');
      }
      const pause = pauseMillis * (0.75 + Math.random() / 2);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
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
