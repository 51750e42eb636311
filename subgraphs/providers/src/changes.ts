import { UserError } from '@consulta/platform/user-error';
import type { Updateable } from 'kysely';

/** New values of a row's columns; those left out or undefined stay. */
export type Changes<Table> = { readonly [Column in keyof Updateable<Table>]?: Updateable<Table>[Column] | undefined };

/**
 * Why a compare-and-swap found no row.
 *
 * @param field the input's field for the object
 */
export function notChanged(noun: string, field: string, exists: boolean): UserError {
  return exists
    ? new UserError('VERSION_CONFLICT', `The ${noun} changed since you read it.`, ['expectedVersion'])
    : notFound(noun, field);
}

export function notFound(noun: string, field: string): UserError {
  return new UserError('NOT_FOUND', `There is no such ${noun}.`, [field]);
}
