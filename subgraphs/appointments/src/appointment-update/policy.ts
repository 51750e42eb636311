import { forbidden } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';

/**
 * Lets those pass who may see something of a patient's appointments; which patients they see is for the owner of the data
 * to say, and which appointments for each event.
 *
 * @throws FORBIDDEN
 */
export function mayWatchPatient({ role, patient }: Viewer, watched: string): void {
  const allowed = role === 'PATIENT' ? patient === watched : role !== 'PARTNER' && role !== 'ANONYMOUS';
  if (!allowed) throw forbidden();
}

/**
 * A clinic's board is the work of those at its desk.
 *
 * @throws FORBIDDEN
 */
export function mayWatchBoard({ role, clinics }: Viewer, clinic: string): void {
  const allowed = role === 'ADMIN' || role === 'SYSTEM' || (role === 'STAFF' && clinics.includes(clinic));
  if (!allowed) throw forbidden();
}
