import { createHash } from 'node:crypto';
import type { Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import { rosterTag } from '../availability/tags.ts';
import type { Database } from '../generated/database.ts';
import { type RosterRequest, type RosterRow, rosterPage, zonesOfRules } from './roster-queries.ts';

/** Who may have time for whom and when: kept, as many search for the same within a minute. */
export interface Roster {
  page(request: RosterRequest): Promise<readonly RosterRow[]>;
  /** The zones that any rule is told in. */
  zones(): Promise<readonly string[]>;
}

export function createRoster(db: Kysely<Database>, caches: Caches): Roster {
  const kept = { version: 1, ttlSeconds: 900, tagsOf: () => [rosterTag] };
  const pages = caches.define<readonly RosterRow[]>({ ...kept, name: 'roster' });
  const zones = caches.define<readonly string[]>({ ...kept, name: 'zones' });
  return {
    async page(request) {
      const key = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
      const found = await pages.getMany([key], async () => new Map([[key, await rosterPage(db, request)]]));
      return found.get(key) ?? [];
    },
    async zones() {
      const found = await zones.getMany(['all'], async () => new Map([['all', await zonesOfRules(db)]]));
      return found.get('all') ?? [];
    },
  };
}
