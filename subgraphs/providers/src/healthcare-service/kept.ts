import type { Caches } from '@consulta/platform/cache/cache';
import { createPageCache, type PageCache } from '@consulta/platform/cache/page-cache';
import { createRowCache, type RowCache } from '@consulta/platform/cache/row-cache';
import { unionOf } from '@consulta/platform/projection/columns';
import { type ServiceColumn, type ServiceRow, serviceColumns } from './columns.ts';
import type { ServiceFilter } from './conditions.ts';
import { serviceFilter } from './filter.ts';

/** What is kept of services between requests. */
export interface KeptServices {
  readonly rows: RowCache<ServiceRow, ServiceColumn>;
  readonly pages: PageCache<ServiceRow, ServiceColumn, ServiceFilter>;
}

export function keepServices(caches: Caches): KeptServices {
  const columns = unionOf<ServiceColumn>([['id'], ...Object.values(serviceColumns)]);
  const definition = { caches, name: 'service', version: 1, ttlSeconds: 14_400, columns };
  return {
    rows: createRowCache(definition),
    pages: createPageCache({ ...definition, madeOf: ['service'], unfiltered: serviceFilter.parse({}) }),
  };
}
