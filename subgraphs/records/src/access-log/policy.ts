import type { Viewer } from '@consulta/platform/viewer/viewer';

/** Of these patients, those whose access log the viewer may read: their own, and ADMIN and SYSTEM any. */
export function readableLogs({ role, patient }: Viewer, patients: readonly string[]): readonly string[] {
  if (role === 'ADMIN' || role === 'SYSTEM') return patients;
  return role === 'PATIENT' ? patients.filter((id) => id === patient) : [];
}
