import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Fault, oneLine } from '../fault.ts';
import { type Binaries, postgresMajor } from './binaries.ts';
import { chooseRunAs, invocation, type RunAs } from './run-as.ts';

/** The one login of the embedded server. */
export const postgresUser = 'consulta';

export interface DataFolder {
  readonly path: string;
  readonly password: string;
  readonly runAs: RunAs;
}

interface Options {
  /** `$DATA_DIR`, absolute. */
  readonly parent: string;
  /** False skips flushing to disk: for data that may be lost. */
  readonly durable: boolean;
  /** Told of anything unusual, one line each. */
  readonly notice: (line: string) => void;
}

/**
 * Opens `$DATA_DIR/postgres`, making it when there is none. It is filled under another name and renamed when it is
 * complete, so a folder of that name was finished, whatever was killed when.
 */
export async function openDataFolder(binaries: Binaries, { parent, durable, notice }: Options): Promise<DataFolder> {
  const path = join(parent, 'postgres');
  await mkdir(parent, { recursive: true });
  const runAs = chooseRunAs(binaries, parent, path);
  await setAsideIncomplete(path, notice);
  if (!existsSync(path)) await create(binaries, { path, runAs, durable, notice });
  await refuseOtherMajor(path);
  return { path, password: await readPassword(path), runAs };
}

/** The password of a finished data folder. */
export async function readPassword(path: string): Promise<string> {
  return readFile(passwordFile(path), 'utf8').catch((error: unknown) => {
    throw new Fault(`Cannot read the password of the data folder: ${oneLine(error)}`, { cause: error });
  });
}

function passwordFile(path: string): string {
  return join(path, 'consulta.password');
}

/** Made by something else, or damaged: kept, for it may hold data, but out of the way. */
async function setAsideIncomplete(path: string, notice: Options['notice']): Promise<void> {
  if (!existsSync(path) || existsSync(join(path, 'global', 'pg_control'))) return;
  const aside = `${path}.incomplete-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  await rename(path, aside);
  notice(`The data folder was only half made: moved to ${aside}, making a new one.`);
}

async function create(
  binaries: Binaries,
  { path, runAs, durable, notice }: Omit<Options, 'parent'> & { path: string; runAs: RunAs },
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  if (existsSync(unfinished)) {
    notice('An earlier start was interrupted while it made the data folder: making it again.');
    await rm(unfinished, { recursive: true });
  }
  await mkdir(unfinished, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const passwordCopy = join(tmpdir(), `consulta-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordCopy, password, { mode: 0o600, flag: 'wx' });
  try {
    if (runAs.user) {
      await chown(unfinished, runAs.user.uid, runAs.user.gid);
      await chown(passwordCopy, runAs.user.uid, runAs.user.gid);
    }
    await initdb(binaries, runAs, [
      `--pgdata=${unfinished}`,
      `--username=${postgresUser}`,
      `--pwfile=${passwordCopy}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The builtin provider sorts alike on every platform, whatever locales the machine has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await writeFile(passwordFile(unfinished), password, { mode: 0o600, flag: 'wx' });
    if (runAs.user) await chown(passwordFile(unfinished), runAs.user.uid, runAs.user.gid);
    await rename(unfinished, path);
  } finally {
    await rm(passwordCopy, { force: true });
  }
}

async function initdb(binaries: Binaries, runAs: RunAs, flags: readonly string[]): Promise<void> {
  const { command, args, ids } = invocation(runAs, binaries.initdb, flags);
  // Detached, so that a Ctrl-C meant for this process does not leave half a folder.
  const child = spawn(command, args, { ...ids, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(oneLine(error)));
    child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const printed = await text(child.stderr);
  const code = await exit;
  if (code === 0) return;
  const reason = printed.split('\n').find((line) => line.startsWith('initdb: error: ')) ?? `initdb ended with ${code}`;
  throw new Fault(`PostgreSQL's data folder could not be made: ${reason.replace('initdb: error: ', '')}`);
}

async function refuseOtherMajor(path: string): Promise<void> {
  const found = (await readFile(join(path, 'PG_VERSION'), 'utf8').catch(() => 'unknown')).trim();
  if (found === postgresMajor) return;
  throw new Fault(
    `${path} belongs to PostgreSQL ${found}, this is ${postgresMajor}: upgrade it with pg_upgrade, or set DATA_DIR to another folder.`,
  );
}
