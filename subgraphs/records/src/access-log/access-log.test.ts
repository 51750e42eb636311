import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@consulta/platform/logger';
import { countStatements, recordStatement } from '@consulta/platform/postgres/statements';
import { describe, expect, test, vi } from 'vitest';
import { createAccessLog } from './access-log.ts';
import type { AccessEntry } from './queries.ts';

const silent = createLogger({ level: 'silent' });

function newEntry(operation: string): AccessEntry {
  return {
    at: new Date(),
    account: randomUUID(),
    role: 'DOCTOR',
    patient: randomUUID(),
    record: randomUUID(),
    operation,
    requestId: 'request',
    outcome: 'granted',
  };
}

/** A log that keeps what it writes, and fails as often as it is told. */
function openLog({
  failures = 0,
  logger = silent,
  ...options
}: Partial<Parameters<typeof createAccessLog>[0]> & { failures?: number } = {}) {
  const batches: string[][] = [];
  let left = failures;
  const log = createAccessLog({
    logger,
    flushMillis: 5,
    ...options,
    write: async (entries) => {
      await sleep(1);
      if (left > 0) {
        left -= 1;
        throw new Error('PostgreSQL is away');
      }
      batches.push(entries.map(({ operation }) => operation));
    },
  });
  return { ...log, batches };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe('the access log', () => {
  test('writes what came together in one statement, a little later', async () => {
    const log = openLog();
    for (const name of numbered(3)) log.add(newEntry(name));
    expect(log.batches).toEqual([]);
    await vi.waitFor(() => expect(log.batches).toEqual([['0', '1', '2']]));
  });

  test('writes at once when it holds as many as fit', async () => {
    const log = openLog({ flushMillis: 3_600_000, flushRows: 10 });
    for (const name of numbered(10)) log.add(newEntry(name));
    await vi.waitFor(() => expect(log.batches.flat()).toEqual(numbered(10)));
  });

  test('writes each entry once and in order, also those that come during a write', async () => {
    const log = openLog({ flushRows: 7 });
    for (const name of numbered(100)) {
      log.add(newEntry(name));
      if (Number(name) % 10 === 0) await sleep(1);
    }
    await log.close();
    expect(log.batches.flat()).toEqual(numbered(100));
  });

  test('writes the rest as it closes', async () => {
    const log = openLog({ flushMillis: 3_600_000 });
    log.add(newEntry('last'));
    await log.close();
    expect(log.batches).toEqual([['last']]);
  });

  test('closes with the rest although a write fails then', async () => {
    const log = openLog({ failures: 2, flushMillis: 3_600_000 });
    log.add(newEntry('last'));
    await log.close();
    expect(log.batches).toEqual([['last']]);
  });

  test('holds what PostgreSQL did not take, and tries again', async () => {
    const log = openLog({ failures: 3 });
    for (const name of numbered(3)) log.add(newEntry(name));
    await vi.waitFor(() => expect(log.batches).toEqual([['0', '1', '2']]));
  });

  test('hands to the application’s log what it could not write in the end', async () => {
    const logger = createLogger({ level: 'silent' });
    const error = vi.spyOn(logger, 'error');
    const log = openLog({ failures: 9, flushMillis: 3_600_000, logger });
    log.add(newEntry('lost'));
    await log.close();
    expect(log.batches).toEqual([]);
    expect(error.mock.calls).toEqual([[{ entry: expect.objectContaining({ operation: 'lost' }) }, expect.any(String)]]);
  });

  test('does not count its statements to the operation that filled the batch', async () => {
    const written = vi.fn(async () => recordStatement('insert into access_log'));
    const log = createAccessLog({ write: written, logger: silent, flushRows: 1 });
    const counted = await countStatements('reads', async (statements) => {
      log.add(newEntry('read'));
      await vi.waitFor(() => expect(written).toHaveBeenCalled());
      return statements.total;
    });
    expect(counted).toBe(0);
  });
});
