import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Ends a server when this process ends without having stopped it, kill -9 included: a shell reads from a pipe that
 * only this process holds open, and the system closes it with the process.
 *
 * @returns calls it off, once the server has been stopped
 */
export function stopWithThisProcess(serverPid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read -r _ || kill -INT "$1"';
  const child = spawn('/bin/sh', ['-c', script, 'sh', String(serverPid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as Socket).unref();
  // A shell that could not be started, or is gone, protects nothing, and is no reason to stop.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  return () => child.stdin.end('stopped\n');
}
