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
import type { DoctorColumn, DoctorRow } from './columns.ts';
import type { DoctorFilter, DoctorParent } from './conditions.ts';
import type { KeptDoctors } from './kept.ts';
import { countDoctors, countDoctorsOf, doctorPage, doctorPagesOf, doctorsByIds } from './queries.ts';

/** A list of doctors as its field asks for it. */
export type DoctorRequest = ConnectionRequest<DoctorColumn, DoctorFilter>;

export interface DoctorLoaders {
  readonly byId: RowLoader<DoctorRow, DoctorColumn>;
  list(request: DoctorRequest): Promise<Connection<DoctorRow>>;
  /** Lists of doctors of many parents, by what the parent is. */
  readonly of: Readonly<Record<DoctorParent, ConnectionLoader<DoctorRow, DoctorColumn, DoctorFilter>>>;
}

/** Doctors are public, so no policy narrows these. */
export function createDoctorLoaders(db: Kysely<Database>, cursors: CursorCodec, kept: KeptDoctors): DoctorLoaders {
  const of = (parent: DoctorParent, label: string) =>
    createConnectionLoader<DoctorRow, DoctorColumn, DoctorFilter>({
      label,
      cursors,
      fetch: kept.pages.pagesOf(parent, async (ids, { filter, page, columns }) =>
        rowsByParent(await doctorPagesOf(db, parent, ids, filter, page, columns)),
      ),
      count: kept.pages.countsOf(parent, async (ids, filter) =>
        countsByParent(await countDoctorsOf(db, parent, ids, filter)),
      ),
    });
  return {
    byId: createRowLoader(
      'Doctor',
      kept.rows.through((ids, columns) => doctorsByIds(db, ids, columns)),
    ),
    list: ({ filter, ...request }) =>
      readConnection(
        request,
        cursors,
        (columns) =>
          kept.pages.page({ ...request, filter, columns }, () => doctorPage(db, filter, request.page, columns)),
        () => kept.pages.count(filter, () => countDoctors(db, filter)),
      ),
    of: {
      clinic: of('clinic', 'Clinic.doctors'),
      specialization: of('specialization', 'Specialization.doctors'),
      service: of('service', 'HealthcareService.doctors'),
    },
  };
}
