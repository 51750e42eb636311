import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, toConnection } from '@consulta/platform/connection/connection';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import { orderingColumns, type Page } from '@consulta/platform/connection/ordering';
import { unionOf } from '@consulta/platform/projection/columns';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type ClinicColumn, type ClinicFilter, type ClinicRow, clinicPage, clinicsByIds, countClinics } from './queries.ts';

export interface ClinicLoaders {
  readonly byId: RowLoader<ClinicRow, ClinicColumn>;
  list(filter: ClinicFilter, page: Page<ClinicColumn>, columns: readonly ClinicColumn[]): Promise<Connection<ClinicRow>>;
}

/** Clinics are public, so no policy narrows these. */
export function createClinicLoaders(db: Kysely<Database>, cursors: CursorCodec): ClinicLoaders {
  return {
    byId: createRowLoader('Clinic', (ids, columns) => clinicsByIds(db, ids, columns)),
    async list(filter, page, columns) {
      const rows = await clinicPage(db, filter, page, unionOf([columns, orderingColumns(page)]));
      return toConnection(rows, page, cursors, () => countClinics(db, filter));
    },
  };
}
