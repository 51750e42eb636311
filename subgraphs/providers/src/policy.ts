import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';

/**
 * The directory is public to read. To change it a viewer is signed in and either runs the whole of it or has the
 * right that `allowed` stands for.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function mayChange(viewer: Viewer, allowed: boolean): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  if (!runsDirectory(viewer) && !allowed) throw forbidden();
}

/** STAFF look after the clinics they work at. */
export function worksAt(viewer: Viewer, clinics: readonly string[]): boolean {
  return viewer.role === 'STAFF' && clinics.every((clinic) => viewer.clinics.includes(clinic));
}

function runsDirectory({ role }: Viewer): boolean {
  return role === 'ADMIN' || role === 'SYSTEM';
}
