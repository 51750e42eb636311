import { typeid } from 'typeid-js';

/** A fresh uuid of version 7, where a row's id is needed before the row is there. They grow with time, as indexes like it. */
export function newUuid(): string {
  return typeid().toUUID();
}
