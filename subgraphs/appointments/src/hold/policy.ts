import type { Viewer } from '@consulta/platform/viewer/viewer';

/** How many times an account may hold at once: enough to choose from, too few to keep others away. */
export function mostHolds({ role }: Viewer): number {
  return role === 'PATIENT' ? 3 : 20;
}
