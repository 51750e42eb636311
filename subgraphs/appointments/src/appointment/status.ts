/** How far an appointment has come. */
export const statuses = [
  'pending',
  'booked',
  'arrived',
  'checked_in',
  'fulfilled',
  'cancelled',
  'no_show',
  'entered_in_error',
] as const;

export type Status = (typeof statuses)[number];

/**
 * As tables keep it. A hold that ran out or was given back is cancelled, but has a status of its own: so the indexes,
 * which carry the status, leave what was never booked out of lists of visits.
 */
export type StoredStatus = Status | 'lapsed';

/** As clients see it. */
export function shownStatus(stored: StoredStatus): Status {
  return stored === 'lapsed' ? 'cancelled' : stored;
}

/** What an appointment is kept as that will not take place. */
export function cancelledAfter(status: StoredStatus): StoredStatus {
  return status === 'pending' ? 'lapsed' : 'cancelled';
}

/** An appointment of this status makes the patient one whom the doctor and the clinic treat. */
export const linkingStatuses = [
  'booked',
  'arrived',
  'checked_in',
  'fulfilled',
  'no_show',
] as const satisfies readonly Status[];
