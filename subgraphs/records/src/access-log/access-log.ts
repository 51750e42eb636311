import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from '@consulta/platform/logger';
import type { AccessEntry } from './queries.ts';

/** Who read which medical record: taken down at once, written in batches off the request path. */
export interface AccessLog {
  add(entry: AccessEntry): void;
  /** Writes what is held. Call it when nothing more will be added. */
  close(): Promise<void>;
}

export interface AccessLogOptions {
  /** Writes entries in one statement, all or none. */
  readonly write: (entries: readonly AccessEntry[]) => Promise<void>;
  readonly logger: Logger;
  /** How long an entry is held at most. Default 1 s. */
  readonly flushMillis?: number;
  /** How many are held before they are written at once. Default 500. */
  readonly flushRows?: number;
}

/** Entries of one statement, at most; and held in all while PostgreSQL refuses them. */
const mostRows = 5_000;
const mostHeld = 50_000;
/** Attempts to write the rest at the end, before it goes to the application's log. */
const lastAttempts = 3;

/**
 * An entry stays held until it is written: a write that fails is tried again. What cannot be held or written goes to
 * the application's log instead, where nothing of it is lost either; it is ids only.
 */
export function createAccessLog({ write, logger, flushMillis = 1_000, flushRows = 500 }: AccessLogOptions): AccessLog {
  // Outside any request: its statements are not those of the operation that happened to fill the batch.
  const outsideRequests = AsyncLocalStorage.snapshot();
  let held: AccessEntry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<boolean> | undefined;

  const spill = (entries: readonly AccessEntry[]): void => {
    for (const entry of entries) logger.error({ entry }, 'an access log entry could not be written');
  };

  /** True where all that was held is written. */
  const flush = async (): Promise<boolean> => {
    while (held.length > 0) {
      const batch = held.slice(0, mostRows);
      try {
        await write(batch);
      } catch (error) {
        logger.warn({ err: error, held: held.length }, 'the access log could not be written; it is tried again');
        return false;
      }
      held = held.slice(batch.length);
    }
    return true;
  };

  /** One writer at a time: entries keep their order and none is written twice. */
  const flushOnce = (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= outsideRequests(flush).finally(() => {
      writing = undefined;
      if (held.length > 0) schedule();
    });
    return writing;
  };

  const schedule = (): void => {
    timer ??= outsideRequests(() => setTimeout(() => void flushOnce(), flushMillis).unref());
  };

  return {
    add(entry) {
      if (held.length >= mostHeld) {
        spill([entry]);
        return;
      }
      held.push(entry);
      if (held.length === flushRows) void flushOnce();
      else schedule();
    },
    async close() {
      for (let attempt = 1; held.length > 0 && attempt <= lastAttempts; attempt += 1) await flushOnce();
      clearTimeout(timer);
      spill(held);
      held = [];
    },
  };
}
