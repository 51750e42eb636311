import type { Viewer } from '@consulta/platform/viewer/viewer';
import { mayChange, worksAt } from '../policy.ts';

/** A clinic's STAFF decide what can be booked there. */
export function mayChangeServicesOf(viewer: Viewer, clinic: string): void {
  mayChange(viewer, worksAt(viewer, [clinic]));
}
