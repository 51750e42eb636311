import { birth, commandLine, parentOf } from './identity.ts';

/** A process that an end of this one depends on. */
interface Ancestor {
  readonly pid: number;
  readonly birth: string | undefined;
}

const packageManager = /^(\S*\/)?(npm|npx|pnpm)(\s|$)|^(\S*\/)?node\s(\S*\/)?(npm|npx|pnpm)(-cli)?(\.[cm]?js)?(\s|$)/;
const shell = /^(\S*\/)?(sh|dash|bash)\s-\S*c\s/;

/**
 * Calls back once when npx, npm or pnpm, which started this process, has gone without passing a signal on: npx does
 * so on SIGTERM. Anything above them, a terminal or a script, may go without taking the service along.
 *
 * @returns stops watching
 */
export function onPackageManagerGone(callback: () => void): () => void {
  const ancestors = packageManagers();
  if (ancestors.length === 0) return () => undefined;
  const timer = setInterval(() => {
    if (ancestors.every(({ pid, birth: born }) => birth(pid) === born)) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** The unbroken chain of package managers, and the shells they run scripts with, above this process. */
function packageManagers(): Ancestor[] {
  const chain: (Ancestor & { readonly isShell: boolean })[] = [];
  for (let pid: number | undefined = process.ppid; pid !== undefined && pid > 1; pid = parentOf(pid)) {
    const command = commandLine(pid);
    const isShell = command !== undefined && shell.test(command);
    if (command === undefined || !(isShell || packageManager.test(command))) break;
    chain.push({ pid, birth: birth(pid), isShell });
  }
  return chain.slice(0, chain.findLastIndex(({ isShell }) => !isShell) + 1);
}
