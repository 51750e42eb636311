import type { DoctorRow } from './columns.ts';

/** `Dr. Ana García`: what a doctor is called in a list or a letter. */
export function displayName({
  title,
  given_name,
  family_name,
}: Pick<DoctorRow, 'title' | 'given_name' | 'family_name'>) {
  return [title, given_name, family_name].filter((part) => part !== null).join(' ');
}
