import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Fault } from '../fault.ts';
import { withClient } from '../postgres/client.ts';
import { readPassword } from '../postgres/data-folder.ts';
import { lockDataFolder } from '../postgres/lock.ts';
import { runningServer } from '../postgres/postmaster-file.ts';
import { embeddedUrl, startEmbeddedPostgres } from '../postgres/server.ts';
import { checkGivenDatabase } from './given.ts';

export interface OpenDatabase {
  readonly connectionString: string;
  /** Stops the server when it was started here. */
  close(): Promise<void>;
  /** Settles if a server that was started here ends by itself. */
  readonly lost: Promise<Fault>;
}

const name = 'consulta';
const never = new Promise<never>(() => undefined);

/** `DATABASE_URL` when set, else the embedded server, started here. */
export async function openDatabase(
  { DATABASE_URL, DATA_DIR }: Config,
  command: string,
  notice: (line: string) => void,
): Promise<OpenDatabase> {
  if (DATABASE_URL !== undefined) {
    await checkGivenDatabase(DATABASE_URL);
    return { connectionString: DATABASE_URL, close: () => Promise.resolve(), lost: never };
  }
  const unlock = await lockDataFolder(DATA_DIR, command);
  try {
    const server = await startEmbeddedPostgres({ dataDir: DATA_DIR, notice });
    await createDatabase(server.url('postgres'));
    const close = async () => {
      await server.stop();
      await unlock();
    };
    return { connectionString: server.url(name), close, lost: server.lost };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Like {@link openDatabase}, but joins the embedded server of a `start` that is running. */
export async function joinDatabase(
  config: Config,
  command: string,
  notice: (line: string) => void,
): Promise<OpenDatabase> {
  const folder = join(config.DATA_DIR, 'postgres');
  const postmaster = config.DATABASE_URL === undefined ? runningServer(folder) : undefined;
  if (!postmaster?.ready) return await openDatabase(config, command, notice);
  const connectionString = embeddedUrl(await readPassword(folder), postmaster.port, name);
  return { connectionString, close: () => Promise.resolve(), lost: never };
}

async function createDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  });
}
