import { type Status, type StoredStatus, shownStatus } from '../appointment/status.ts';

/** What may follow each status; anything else is refused. Whatever it is may turn out to have been entered in error. */
const following: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['booked', 'cancelled', 'entered_in_error'],
  booked: ['arrived', 'checked_in', 'no_show', 'cancelled', 'entered_in_error'],
  arrived: ['checked_in', 'fulfilled', 'cancelled', 'entered_in_error'],
  checked_in: ['fulfilled', 'cancelled', 'entered_in_error'],
  no_show: ['arrived', 'entered_in_error'],
  fulfilled: ['entered_in_error'],
  cancelled: ['entered_in_error'],
  entered_in_error: [],
};

export function mayFollow(status: StoredStatus, next: Status): boolean {
  return following[shownStatus(status)].includes(next);
}
