import type { Caches } from '@consulta/platform/cache/cache';
import { createPageCache, type PageCache } from '@consulta/platform/cache/page-cache';
import { createRowCache, type RowCache } from '@consulta/platform/cache/row-cache';
import { type DoctorColumn, type DoctorRow, publicDoctorColumns } from './columns.ts';
import type { DoctorFilter } from './conditions.ts';
import { doctorFilter } from './filter.ts';

/** What is kept of doctors between requests: never how to reach them. Lists of a city depend on its clinics, too. */
export interface KeptDoctors {
  readonly rows: RowCache<DoctorRow, DoctorColumn>;
  readonly pages: PageCache<DoctorRow, DoctorColumn, DoctorFilter>;
}

export function keepDoctors(caches: Caches): KeptDoctors {
  const definition = { caches, name: 'doctor', version: 1, ttlSeconds: 3_600, columns: publicDoctorColumns };
  return {
    rows: createRowCache(definition),
    pages: createPageCache({ ...definition, madeOf: ['doctor', 'clinic'], unfiltered: doctorFilter.parse({}) }),
  };
}
