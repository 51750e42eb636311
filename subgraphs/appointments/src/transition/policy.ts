import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Role, Viewer } from '@consulta/platform/viewer/viewer';

/** Those who tell what became of a visit. */
const careTeam: readonly Role[] = ['DOCTOR', 'STAFF', 'ADMIN', 'SYSTEM'];

/** Refused by role before the appointment is looked for; whose appointment it may be is decided by what they see. */
function onlyFor({ role }: Viewer, roles: readonly Role[]): void {
  if (role === 'ANONYMOUS') throw unauthenticated();
  if (!roles.includes(role)) throw forbidden();
}

/** The patient, the doctor, the clinic's staff. */
export function mayCancelOrMove(viewer: Viewer): void {
  onlyFor(viewer, ['PATIENT', ...careTeam]);
}

/** The doctor and the clinic's staff. */
export function mayRecordVisit(viewer: Viewer): void {
  onlyFor(viewer, careTeam);
}

/** The clinic's staff: these undo what was recorded. */
export function mayCorrect(viewer: Viewer): void {
  onlyFor(viewer, ['STAFF', 'ADMIN']);
}
