import type { Cache, Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { accountById } from './queries.ts';

/** What an active account may act as: never its e-mail, its name or its password. */
type Rights = NonNullable<Awaited<ReturnType<typeof accountById>>>;

/** What an account may act as, by its uuid; null for one that is not there or shut out. */
export type RightsOf = (account: string) => Promise<Rights | null>;

/**
 * Rights are kept for a minute and void once an event tells of the account. While the caches are not sure to have been
 * told of everything, rights are read from the account at every request.
 */
export function createRightsOf(db: Kysely<Database>, caches: Caches): RightsOf {
  const cache: Cache<Rights> = caches.define({ name: 'account', version: 1, ttlSeconds: 60 });
  return async (account) => {
    const found = await cache.getMany([account], async ([id = account]) => {
      const rights = await accountById(db, id);
      return new Map(rights === undefined ? [] : [[id, rights]]);
    });
    return found.get(account) ?? null;
  };
}
