import { createSweep } from '@consulta/appointments/sweeper';
import type { Logger } from '@consulta/platform/logger';
import type { Pool } from '@consulta/platform/postgres/pool';
import { type Repetition, startRepeating } from '@consulta/platform/service/repeat';

/**
 * Ends what only time ends, until stopped. Any number of sweepers share the work; a sweep that fails is made again after the
 * next pause.
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
}): Repetition {
  return startRepeating({
    work: createSweep(pool, poke),
    pauseMillis,
    begins: 'now',
    logger,
    said: { failed: 'the sweeper pauses', works: 'the sweeper works again' },
  });
}
