import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';

/** The directory is public; only ADMIN opens clinics. */
export function mayCreateClinic(viewer: Viewer): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  if (viewer.role !== 'ADMIN') throw forbidden();
}

/** ADMIN changes any clinic, STAFF those they work at. */
export function mayUpdateClinic(viewer: Viewer, clinic: string): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  const allowed = viewer.role === 'ADMIN' || (viewer.role === 'STAFF' && viewer.clinics.includes(clinic));
  if (!allowed) throw forbidden();
}
