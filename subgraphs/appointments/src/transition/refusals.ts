import { UserError } from '@consulta/platform/user-error';
import { type StoredStatus, shownStatus } from '../appointment/status.ts';

export function noSuchAppointment(): UserError {
  return new UserError('NOT_FOUND', 'There is no such appointment.', ['appointment']);
}

export function versionConflict(): UserError {
  return new UserError('VERSION_CONFLICT', 'The appointment changed since you read it.', ['expectedVersion']);
}

export function illegalTransition(status: StoredStatus): UserError {
  const message = `This cannot be done to an appointment that is ${shownStatus(status).replaceAll('_', ' ')}.`;
  return new UserError('ILLEGAL_TRANSITION', message, ['appointment']);
}

export function tooLate(message: string, field = 'appointment'): UserError {
  return new UserError('TOO_LATE', message, [field]);
}
