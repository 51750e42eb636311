import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Fault } from '../fault.ts';
import type { Binaries } from './binaries.ts';

/** How to start PostgreSQL's programs: as whom, and through which wrapper. */
export interface RunAs {
  /** Undefined: as the user who runs this process. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** The command that a program and its arguments are appended to; empty for none. */
  readonly wrapper: readonly string[];
}

const candidates = ['postgres', 'nobody'] as const;

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user. That user may be unable to enter the
 * folders of the checkout (a clone below /root, say): then it is given the one capability that passes them.
 */
export function chooseRunAs(binaries: Binaries, parentFolder: string, dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { user: undefined, wrapper: [] };
  const user = ownerOf(dataFolder) ?? unprivilegedUser();
  if (user === undefined) {
    throw new Fault(
      'PostgreSQL does not run as root and there is no user "postgres" or "nobody": run this as another user, or set DATABASE_URL.',
    );
  }
  // Without this bit access(2), by which PostgreSQL finds its own programs, ignores capabilities.
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const throughFolders = ['dac_read_search', 'dac_override'].map((capability) => {
    const grant = `+${capability}`;
    return { user: undefined, wrapper: ['setpriv', ...ids, `--inh-caps=${grant}`, `--ambient-caps=${grant}`] };
  });
  const found = [{ user, wrapper: [] }, ...throughFolders].find((runAs) => reaches(runAs, binaries, parentFolder));
  if (found) return { user, wrapper: found.wrapper };
  throw new Fault(
    `PostgreSQL does not run as root, and the user it would run as (uid ${user.uid}) cannot enter ${parentFolder}: ` +
      'move the checkout to a folder that others may enter, run this as another user, or set DATABASE_URL.',
  );
}

/** The program, arguments and ids for node:child_process. A wrapper changes the user itself, keeping its capability. */
export function invocation(runAs: RunAs, program: string, args: readonly string[]) {
  const [command, ...rest] = [...runAs.wrapper, program, ...args];
  const ids = runAs.wrapper.length === 0 ? runAs.user : undefined;
  return { command: command ?? program, args: rest, ids: ids ?? {} };
}

function reaches(runAs: RunAs, binaries: Binaries, folder: string): boolean {
  // --show goes through all that a start needs, and makes nothing.
  const probe = 'cd "$1" && exec "$2" --show "--pgdata=$1/postgres"';
  const { command, args, ids } = invocation(runAs, '/bin/sh', ['-c', probe, 'sh', folder, binaries.initdb]);
  return spawnSync(command, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

function ownerOf(folder: string): RunAs['user'] {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats === undefined || stats.uid === 0 ? undefined : { uid: stats.uid, gid: stats.gid };
}

function unprivilegedUser(): RunAs['user'] {
  for (const name of candidates) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return undefined;
}
