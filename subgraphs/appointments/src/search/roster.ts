import { hash } from 'node:crypto';
import type { Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import { rosterTag } from '../availability/tags.ts';
import type { Database } from '../generated/database.ts';
import type { CalendarPart } from './calendar.ts';
import { candidatesOf, type SearchCandidate } from './candidate.ts';
import type { DayTimes } from './criteria.ts';
import type { CandidatePage } from './merge.ts';
import { type RosterRequest, rosterPage, zonesOfRules } from './roster-queries.ts';

/** Who may have time for whom and when: kept, as many search for the same within minutes. */
export interface Roster {
  /** @param calendar of the period, in the zones that rules are told in; made only where nothing is kept */
  page(
    request: RosterRequest & { readonly dayTimes: DayTimes },
    calendar: (zones: readonly string[]) => readonly CalendarPart[],
  ): Promise<CandidatePage<SearchCandidate>>;
}

export function createRoster(db: Kysely<Database>, caches: Caches): Roster {
  const kept = { version: 2, ttlSeconds: 900, tagsOf: () => [rosterTag] };
  const pages = caches.define<CandidatePage<SearchCandidate>>({ ...kept, name: 'roster' });
  const zones = caches.define<readonly string[]>({ ...kept, name: 'zones' });
  const allZones = async (): Promise<readonly string[]> => {
    const found = await zones.getMany(['all'], async () => new Map([['all', await zonesOfRules(db)]]));
    return found.get('all') ?? [];
  };
  return {
    async page(request, calendar) {
      const key = hash('sha256', JSON.stringify(request), 'base64url');
      const found = await pages.getMany([key], async () => {
        const rows = await rosterPage(db, request, calendar(await allZones()));
        return new Map([[key, candidatesOf(rows, request)]]);
      });
      return found.get(key) ?? { candidates: [], last: null };
    },
  };
}
