import type { Viewer } from '@consulta/platform/viewer/viewer';
import { mayChange } from '../policy.ts';

/** Specializations are the same for every clinic, so only those who run the directory change them. */
export function mayChangeSpecializations(viewer: Viewer): void {
  mayChange(viewer, false);
}
