import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Kysely } from 'kysely';
import { countsByParent, rowsByParent } from '../by-parent.ts';
import type { Database } from '../generated/database.ts';
import type { ClinicColumn, ClinicRow } from './columns.ts';
import type { ClinicFilter, ClinicParent } from './conditions.ts';
import type { KeptClinics } from './kept.ts';
import { clinicPage, clinicPagesOf, clinicsByIds, countClinics, countClinicsOf } from './queries.ts';

/** A list of clinics as its field asks for it. */
export type ClinicRequest = ConnectionRequest<ClinicColumn, ClinicFilter>;

export interface ClinicLoaders {
  readonly byId: RowLoader<ClinicRow, ClinicColumn>;
  list(request: ClinicRequest): Promise<Connection<ClinicRow>>;
  /** Lists of clinics of many parents, by what the parent is. */
  readonly of: Readonly<Record<ClinicParent, ConnectionLoader<ClinicRow, ClinicColumn, ClinicFilter>>>;
}

/** Clinics are public, so no policy narrows these. */
export function createClinicLoaders(db: Kysely<Database>, cursors: CursorCodec, kept: KeptClinics): ClinicLoaders {
  const of = (parent: ClinicParent, label: string) =>
    createConnectionLoader<ClinicRow, ClinicColumn, ClinicFilter>({
      label,
      cursors,
      fetch: kept.pages.pagesOf(parent, async (ids, { filter, page, columns }) =>
        rowsByParent(await clinicPagesOf(db, parent, ids, filter, page, columns)),
      ),
      count: kept.pages.countsOf(parent, async (ids, filter) =>
        countsByParent(await countClinicsOf(db, parent, ids, filter)),
      ),
    });
  return {
    byId: createRowLoader(
      'Clinic',
      kept.rows.through((ids, columns) => clinicsByIds(db, ids, columns)),
    ),
    list: ({ filter, ...request }) =>
      readConnection(
        request,
        cursors,
        (columns) =>
          kept.pages.page({ ...request, filter, columns }, () => clinicPage(db, filter, request.page, columns)),
        () => kept.pages.count(filter, () => countClinics(db, filter)),
      ),
    of: {
      doctor: of('doctor', 'Doctor.clinics'),
    },
  };
}
