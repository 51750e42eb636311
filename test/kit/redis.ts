import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@consulta/cli/free-port';
import { environment } from './config.ts';

export interface TestRedis {
  /** Null when there is none on this machine. */
  readonly url: string | null;
  stop(): Promise<void>;
}

const programs = ['redis-server', 'valkey-server'] as const;
// RUNLEVEL keeps Debian from starting the service: the tests start one of their own.
const settings = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'] as const;
const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'redis-server'] as const;

/** `REDIS_URL` when set, else a server of this machine on a free port, else one installed where that is possible. */
export async function startRedis(): Promise<TestRedis> {
  if (environment.redisUrl) return { url: environment.redisUrl, stop: () => Promise.resolve() };
  const program = programs.find(isOnPath) ?? installOnDebian();
  if (program !== undefined) return launch(program);

  const lack = 'No redis-server or valkey-server on this machine, and no REDIS_URL';
  if (environment.ci) throw new Error(`${lack}: CI runs every test.`);
  process.stderr.write(`\nWARNING: ${lack}: the tests of what is shared through Redis are SKIPPED.\n\n`);
  return { url: null, stop: () => Promise.resolve() };
}

/** A server of a test's own, for what must not happen to the one that all share. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  /** Sends its process a signal. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void;
  /** A copy of what it has written to disk. */
  copyFiles(): Promise<string>;
  /**
   * Starts it again on the same port. Kill it first.
   *
   * @param files what it finds on disk; by default what it wrote there
   */
  restart(files?: string): Promise<void>;
}

/**
 * @param persistent writes every change to disk before it answers
 * @returns null where there is no Redis to start
 */
export async function startOwnRedis({ persistent }: { persistent: boolean }): Promise<OwnRedis | null> {
  const program = programs.find(isOnPath);
  if (program === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'consulta-redis-'));
  const port = await freePort();
  const persistence = persistent ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const data = join(folder, 'data');
  await mkdir(data);
  const start = () => serve(program, port, ['--save', '', ...persistence, '--dir', data]);
  let server = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (signal) => void server.child.kill(signal),
    async copyFiles() {
      const copy = join(folder, `copy-${randomUUID()}`);
      await cp(data, copy, { recursive: true });
      return copy;
    },
    async restart(files) {
      await server.exit;
      if (files !== undefined) {
        await rm(data, { recursive: true });
        await cp(files, data, { recursive: true });
      }
      server = await start();
    },
    async [Symbol.asyncDispose]() {
      server.child.kill('SIGKILL');
      await server.exit;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'consulta-redis-'));
  const port = await freePort();
  const { child, exit } = await serve(program, port, ['--save', '', '--appendonly', 'no', '--dir', folder]);
  return {
    url: `redis://127.0.0.1:${port}`,
    child,
    async stop() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await exit;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once it listens. */
async function serve(program: string, port: number, settings: readonly string[]) {
  const args = ['--port', String(port), '--bind', '127.0.0.1', ...settings];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const exit = once(child, 'exit');
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode} instead of listening`);
    await sleep(20);
  }
  return { child, exit };
}

function isOnPath(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function installOnDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  process.stderr.write(`No redis-server on this machine, installing it: ${install.join(' ')}\n`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('env', [...settings, ...install], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return programs.find(isOnPath);
}

async function accepts(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
