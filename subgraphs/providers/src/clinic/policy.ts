import type { Viewer } from '@consulta/platform/viewer/viewer';
import { mayChange, worksAt } from '../policy.ts';

export function mayCreateClinic(viewer: Viewer): void {
  mayChange(viewer, false);
}

/** STAFF keep their own clinics' entries up to date. */
export function mayUpdateClinic(viewer: Viewer, clinic: string): void {
  mayChange(viewer, worksAt(viewer, [clinic]));
}
