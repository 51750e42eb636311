import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@consulta/cli/free-port';
import { environment } from '../kit/config.ts';

const entry = join(import.meta.dirname, '..', '..', 'cli', 'src', 'main.js');

/** A `consulta` that is running or has run. */
export interface Launched {
  readonly child: ChildProcess;
  /** Where its gateway listens. */
  readonly url: string;
  /** Settles when it says that it is ready; rejects with its last words when it ends instead. */
  readonly ready: Promise<void>;
  /** Settles when it has ended. */
  readonly ended: Promise<Ending>;
}

export interface Ending {
  readonly code: number | null;
  /** What it printed on standard error, by line. */
  readonly errors: readonly string[];
  readonly output: string;
}

export interface LaunchOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** What runs `main.js start`, in place of Node alone. */
  readonly through?: readonly string[];
}

/** Runs `consulta start` as a process of its own, with nothing of this one's environment but the path. */
export async function launchStart({
  dataDir,
  env,
  port,
  through = [process.execPath],
}: LaunchOptions): Promise<Launched> {
  const listenOn = port ?? (await freePort());
  const [command = '', ...args] = [...through, entry, 'start'];
  const child = spawn(command, args, {
    env: { PATH: environment.path, PORT: String(listenOn), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(
    ([code]): Ending => ({ code, errors: errors.split('\n').filter((line) => line !== ''), output }),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('Consulta is ready')) resolve();
    });
    void ended.then(() => reject(new Error(`it ended instead: ${errors}${output}`)));
  });
  // Who expects a fault waits for the end instead.
  ready.catch(() => undefined);
  return { child, url: `http://127.0.0.1:${listenOn}`, ready, ended };
}

/** A data folder that does not exist yet, in one that only its owner may enter: also where the owner is root. */
export async function newDataDir(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'consulta-start-')), 'data');
}
