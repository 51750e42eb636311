import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a process writes what it holds in memory. */
export function memoryFileOf(pid: number): string {
  return join(tmpdir(), `consulta-memory-${pid}.json`);
}
