import { AsyncLocalStorage } from 'node:async_hooks';

/** Code that holds a connection asked the pool for another. */
export class SecondConnectionError extends Error {
  override readonly name = 'SecondConnectionError';
}

const holders = new AsyncLocalStorage<{ holds: boolean }>();

/** Runs `work` as one who holds a connection; every transaction does. */
export async function holdingConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  const holder = { holds: true };
  try {
    return await holders.run(holder, work);
  } finally {
    // What `work` started and did not wait for may go on without it.
    holder.holds = false;
  }
}

/**
 * Who waits for a second connection while holding one never gets it once as many others do the same: the pool is empty
 * and all wait for each other.
 *
 * @throws {SecondConnectionError} where the caller holds a connection
 */
export function refuseSecondConnection(): void {
  if (holders.getStore()?.holds !== true) return;
  throw new SecondConnectionError(
    'a connection was asked for within a transaction: use the transaction, or ask before it begins',
  );
}
