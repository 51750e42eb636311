import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { commandLine, ended, isAlive } from '../process/identity.ts';

/** What a running server writes to `postmaster.pid` (one line each, in this order, per PostgreSQL's pidfile.h). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`, or undefined when there is none or it is still being written. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, , , , status] = lines;
  if (!pid || !Number.isInteger(Number(pid))) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}

/** The server that runs on this data folder, if any: the process is looked at, for a pid file outlives its server. */
export function runningServer(dataFolder: string): Postmaster | undefined {
  const postmaster = readPostmaster(dataFolder);
  return postmaster && isServerOf(postmaster.pid, dataFolder) ? postmaster : undefined;
}

/**
 * Stops the server that a killed `start` left behind. A pid file whose id now belongs to another program is removed,
 * as PostgreSQL would refuse to start; one whose process is gone is left to PostgreSQL, which checks shared memory too.
 */
export async function stopLeftover(dataFolder: string, notice: (line: string) => void): Promise<void> {
  const postmaster = readPostmaster(dataFolder);
  if (postmaster === undefined || !isAlive(postmaster.pid)) return;
  if (!isServerOf(postmaster.pid, dataFolder)) {
    rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
    return;
  }
  notice(`Stopping the PostgreSQL that an earlier start left behind (process ${postmaster.pid}).`);
  process.kill(postmaster.pid, 'SIGINT');
  if (await ended(postmaster.pid, 30_000)) return;
  throw new Fault(
    `PostgreSQL (process ${postmaster.pid}) still uses ${dataFolder} and does not stop: stop it, then start again.`,
  );
}

function isServerOf(pid: number, dataFolder: string): boolean {
  const command = commandLine(pid);
  return command !== undefined && /\bpostgres\b/.test(command) && command.includes(` -D ${realpathSync(dataFolder)} `);
}
