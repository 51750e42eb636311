import { UserError } from '@consulta/platform/user-error';

export function noSuchMessage(): UserError {
  return new UserError('NOT_FOUND', 'The appointment has no such message.', ['upTo']);
}

export function messagesClosed(): UserError {
  return new UserError('MESSAGES_CLOSED', 'The appointment takes no messages.', ['appointment']);
}

export function tooManyMessages(): UserError {
  return new UserError('TOO_MANY_MESSAGES', 'You wrote too many messages in a short time: wait a little.');
}
