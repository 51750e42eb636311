import type { Caches } from '@consulta/platform/cache/cache';
import { createPageCache, type PageCache } from '@consulta/platform/cache/page-cache';
import { createRowCache, type RowCache } from '@consulta/platform/cache/row-cache';
import { unionOf } from '@consulta/platform/projection/columns';
import { type SpecializationColumn, type SpecializationRow, specializationColumns } from './columns.ts';
import type { SpecializationFilter } from './conditions.ts';
import { specializationFilter } from './filter.ts';

/** What is kept of specializations between requests. A clinic's follow from its services. */
export interface KeptSpecializations {
  readonly rows: RowCache<SpecializationRow, SpecializationColumn>;
  readonly pages: PageCache<SpecializationRow, SpecializationColumn, SpecializationFilter>;
}

export function keepSpecializations(caches: Caches): KeptSpecializations {
  const columns = unionOf<SpecializationColumn>([['id'], ...Object.values(specializationColumns)]);
  const definition = { caches, name: 'specialization', version: 1, ttlSeconds: 14_400, columns };
  return {
    rows: createRowCache(definition),
    pages: createPageCache({
      ...definition,
      madeOf: ['specialization', 'service'],
      unfiltered: specializationFilter.parse({}),
    }),
  };
}
