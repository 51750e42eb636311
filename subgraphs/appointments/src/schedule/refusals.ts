import { UserError } from '@consulta/platform/user-error';

/** @param field the input's field for the object */
export function notFound(noun: string, field: string): UserError {
  return new UserError('NOT_FOUND', `There is no such ${noun}.`, [field]);
}

export function versionConflict(noun: string): UserError {
  return new UserError('VERSION_CONFLICT', `The ${noun} changed since you read it.`, ['expectedVersion']);
}
