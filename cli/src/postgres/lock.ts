import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, Fault, oneLine } from '../fault.ts';
import { birth } from '../process/identity.ts';

const shape = z.object({ pid: z.number(), birth: z.string().optional(), command: z.string() });

/**
 * Makes this process the one that runs the data folder's PostgreSQL. What a killed process left is taken over.
 *
 * @returns lets go
 * @throws {Fault} while another process holds it
 */
export async function lockDataFolder(dataDir: string, command: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'consulta.lock');
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new Fault(`DATA_DIR: cannot make the folder ${dataDir}: ${errorCode(error) ?? oneLine(error)}`, {
      cause: error,
    });
  });
  const mine = JSON.stringify({ pid: process.pid, birth: birth(process.pid), command });
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') {
        throw new Fault(`DATA_DIR: cannot write to ${dataDir}: ${errorCode(error) ?? oneLine(error)}`, {
          cause: error,
        });
      }
    }
    const holder = await readHolder(file);
    if (holder !== undefined && birth(holder.pid) !== undefined && birth(holder.pid) === holder.birth) {
      throw new Fault(
        `${dataDir} is in use by "consulta ${holder.command}" (process ${holder.pid}): stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await rm(file, { force: true });
  }
}

async function readHolder(file: string): Promise<z.output<typeof shape> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
