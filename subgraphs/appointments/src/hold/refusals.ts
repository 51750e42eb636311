import { UserError } from '@consulta/platform/user-error';

/** @param field of the input that names the hold */
export function noSuchHold(field: string): UserError {
  return new UserError('NOT_FOUND', 'There is no such hold.', [field]);
}

/** @param field of the input that names the hold */
export function holdExpired(field: string): UserError {
  return new UserError('HOLD_EXPIRED', 'The time is not held any more: the hold ran out, was released or booked.', [
    field,
  ]);
}
