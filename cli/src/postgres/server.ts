import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, oneLine } from '../fault.ts';
import { freePort } from '../free-port.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { type DataFolder, openDataFolder, postgresUser } from './data-folder.ts';
import { readPostmaster, stopLeftover } from './postmaster-file.ts';
import { invocation } from './run-as.ts';
import { stopWithThisProcess } from './watchdog.ts';

export interface EmbeddedOptions {
  /** `$DATA_DIR`, absolute; the cluster lies in its `postgres` folder. */
  readonly dataDir: string;
  /** False trades safety against power loss for speed: for tests. @default true */
  readonly durable?: boolean;
  /** @default 100 */
  readonly maxConnections?: number;
  /** Told of anything unusual, one line each. */
  readonly notice?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** A URL of the given database on this server. */
  url(database: string): string;
  /** Ends sessions, writes a checkpoint and waits for the process to be gone. */
  stop(): Promise<void>;
  /** Settles when the server ends without having been asked to. */
  readonly lost: Promise<Fault>;
}

const readyWithinMillis = 60_000;
const sessionsLeaveWithinMillis = 500;
const stopWithinMillis = 30_000;

/** Starts PostgreSQL on loopback, on a free port, making its data folder first when there is none. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const notice = options.notice ?? (() => undefined);
  const binaries = await findBinaries();
  const folder = await openDataFolder(binaries, { parent: options.dataDir, durable: options.durable ?? true, notice });
  await stopLeftover(folder.path, notice);

  const logPath = join(options.dataDir, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = launch(binaries, folder, logPath, settings(options, port));
    const exit = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(oneLine(error)));
      child.once('exit', (code, signal) => resolve(lastFatal(logPath) ?? `it ended with ${signal ?? code}`));
    });
    const failure = (await becomesReady(folder.path, child)) ? undefined : await exit;
    if (failure === undefined) return running(folder, port, child, exit);
    // Another process took the port, or children of a killed server are still letting go of its memory.
    const passing = /Address already in use|could not create any TCP|shared memory block/.test(failure);
    if (!passing || attempt === 10) throw new Fault(`PostgreSQL did not start: ${failure} (log: ${logPath})`);
    await sleep(300);
  }
}

/** A URL of an embedded server's database. */
export function embeddedUrl(password: string, port: number, database: string): string {
  return `postgres://${postgresUser}:${password}@127.0.0.1:${port}/${database}`;
}

function running(folder: DataFolder, port: number, child: ChildProcess, exit: Promise<string>): EmbeddedPostgres {
  let stopping = false;
  const callOff = child.pid === undefined ? () => undefined : stopWithThisProcess(child.pid);
  return {
    url: (database) => embeddedUrl(folder.password, port, database),
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      // First let sessions that are just being closed go; then break those that are left.
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGINT'), sessionsLeaveWithinMillis);
      const overdue = setTimeout(() => child.kill('SIGQUIT'), stopWithinMillis);
      await exit;
      clearTimeout(impatient);
      clearTimeout(overdue);
    },
    lost: new Promise((resolve) => {
      void exit.then((reason) => {
        callOff();
        if (!stopping) resolve(new Fault(`PostgreSQL ended unexpectedly: ${reason}`));
      });
    }),
  };
}

function settings({ durable = true, maxConnections = 100 }: EmbeddedOptions, port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(maxConnections),
    shared_buffers: '256MB',
    jit: 'off',
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    random_page_cost: '1.1',
    shared_preload_libraries: 'pg_stat_statements',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' }),
  };
}

function launch(binaries: Binaries, folder: DataFolder, logPath: string, flags: Record<string, string>): ChildProcess {
  const set = Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, ids } = invocation(folder.runAs, binaries.postgres, ['-D', realpathSync(folder.path), ...set]);
  const log = openSync(logPath, 'w', 0o600);
  try {
    // Its own process group: Ctrl-C in a terminal reaches the whole group, and PostgreSQL has to be the last to go.
    return spawn(command, args, { ...ids, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

async function becomesReady(dataFolder: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + readyWithinMillis;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const postmaster = readPostmaster(dataFolder);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
    if (performance.now() > deadline) child.kill('SIGQUIT');
    await sleep(20);
  }
  return false;
}

function lastFatal(logPath: string): string | undefined {
  const lines = readFileSync(logPath, 'utf8').split('\n');
  return lines.findLast((line) => line.includes('FATAL:'))?.replace(/^.*FATAL:\s*/, '');
}
