import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A relay that is killed with -9 at random and started again, until told to stop; then it lives on. */
export async function shortLivedRelay(
  { connectionString, redisUrl }: { connectionString: string; redisUrl: string | null },
  signal: AbortSignal,
  onKill: () => void,
): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./relay-process.ts', import.meta.url));
  const args = [file, connectionString, ...(redisUrl === null ? [] : [redisUrl])];
  for (;;) {
    const relay = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(relay, 'message');
    await sleep(50 + Math.random() * 400);
    if (signal.aborted) return relay;
    relay.kill('SIGKILL');
    onKill();
  }
}
