import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryFileOf } from './memory-file.ts';
import type { Arrival, Order } from './subscriber-process.ts';

/** Clients of a benchmark, in a process of their own. */
export interface SubscriberClients extends AsyncDisposable {
  open(subscriptions: Extract<Order, { open: unknown }>['open']): Promise<void>;
  close(): Promise<void>;
  /** What came since the last report. */
  report(): Promise<readonly Arrival[]>;
}

export function startClients(): SubscriberClients {
  const file = join(import.meta.dirname, 'subscriber-process.ts');
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const give = async (order: Order): Promise<unknown> => {
    const answer = once(child, 'message');
    child.send(order);
    return (await answer)[0];
  };
  return {
    open: async (subscriptions) => void (await give({ open: subscriptions })),
    close: async () => void (await give({ close: true })),
    report: async () => (await give({ report: true })) as Arrival[],
    async [Symbol.asyncDispose]() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Makes a process tell what it holds in memory at SIGUSR2, after it collected its garbage. */
export const telling = `--import ${join(import.meta.dirname, 'tell-memory.ts')}`;

/** Bytes of a process. */
export interface Memory {
  /**
   * In memory, V8's young generation apart: through it everything new passes, and it grows to its full size with the first
   * traffic, whatever stays.
   */
  readonly resident: number;
  /** Of JavaScript that something still refers to. */
  readonly live: number;
}

export async function memoryOf({ pid }: ChildProcess): Promise<Memory> {
  if (pid === undefined) throw new Error('the process did not start');
  const file = memoryFileOf(pid);
  let told = '{}';
  // Pages of what was collected go back to the system a moment later.
  for (let round = 0; round < 3; round += 1) {
    await rm(file, { force: true });
    process.kill(pid, 'SIGUSR2');
    do await sleep(1_000);
    while (!existsSync(file));
    told = await readFile(file, 'utf8');
  }
  await rm(file);
  return JSON.parse(told) as Memory;
}
