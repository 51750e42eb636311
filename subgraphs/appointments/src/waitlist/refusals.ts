import { UserError } from '@consulta/platform/user-error';

export function noSuchEntry(): UserError {
  return new UserError('NOT_FOUND', 'There is no such entry on the waitlist.', ['waitlistEntry']);
}

export function notWaiting(): UserError {
  return new UserError('NOT_WAITING', 'The patient no longer waits: the entry was booked, left or expired.', [
    'waitlistEntry',
  ]);
}

export function alreadyWaiting(): UserError {
  return new UserError('ALREADY_WAITING', 'The patient waits for this doctor and service at that time already.', [
    'from',
  ]);
}

export function tooManyEntries(): UserError {
  return new UserError('TOO_MANY_WAITLIST_ENTRIES', 'The patient waits for as many visits as they may.', ['patient']);
}
