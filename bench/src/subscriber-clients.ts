import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Makes a process collect its garbage at SIGUSR2: what is resident then is what it needs. */
export const collecting = `--import ${join(import.meta.dirname, 'collect-garbage.ts')}`;

/** Bytes of a process that are in memory, after its garbage was collected. */
export async function residentMemory({ pid }: ChildProcess): Promise<number> {
  if (pid === undefined) throw new Error('the process did not start');
  // What the first collection finalises the second frees.
  for (let round = 0; round < 3; round += 1) {
    process.kill(pid, 'SIGUSR2');
    await sleep(1_500);
  }
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
