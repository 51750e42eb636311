import type { Caches } from '@consulta/platform/cache/cache';
import { createPageCache, type PageCache } from '@consulta/platform/cache/page-cache';
import { createRowCache, type RowCache } from '@consulta/platform/cache/row-cache';
import { unionOf } from '@consulta/platform/projection/columns';
import { type ClinicColumn, type ClinicRow, clinicColumns } from './columns.ts';
import type { ClinicFilter } from './conditions.ts';
import { clinicFilter } from './filter.ts';

/** What is kept of clinics between requests. */
export interface KeptClinics {
  readonly rows: RowCache<ClinicRow, ClinicColumn>;
  readonly pages: PageCache<ClinicRow, ClinicColumn, ClinicFilter>;
}

export function keepClinics(caches: Caches): KeptClinics {
  const columns = unionOf<ClinicColumn>([['id'], ...Object.values(clinicColumns)]);
  const definition = { caches, name: 'clinic', version: 1, ttlSeconds: 14_400, columns };
  return {
    rows: createRowCache(definition),
    pages: createPageCache({ ...definition, madeOf: ['clinic'], unfiltered: clinicFilter.parse({}) }),
  };
}
