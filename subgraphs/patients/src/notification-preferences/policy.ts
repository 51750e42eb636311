import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';

/** Only the patient says how to be told; returns the patient. */
export function mayChangeOwnPreferences({ role, patient }: Viewer): string {
  if (role === 'ANONYMOUS') throw unauthenticated();
  if (role !== 'PATIENT' || patient === null) throw forbidden();
  return patient;
}
