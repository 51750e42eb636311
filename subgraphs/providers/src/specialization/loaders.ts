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
import type { SpecializationColumn, SpecializationRow } from './columns.ts';
import type { SpecializationFilter, SpecializationParent } from './conditions.ts';
import type { KeptSpecializations } from './kept.ts';
import {
  countSpecializations,
  countSpecializationsOf,
  specializationPage,
  specializationPagesOf,
  specializationsByIds,
} from './queries.ts';

/** A list of specializations as its field asks for it. */
export type SpecializationRequest = ConnectionRequest<SpecializationColumn, SpecializationFilter>;

export interface SpecializationLoaders {
  readonly byId: RowLoader<SpecializationRow, SpecializationColumn>;
  list(request: SpecializationRequest): Promise<Connection<SpecializationRow>>;
  /** Lists of specializations of many parents, by what the parent is. */
  readonly of: Readonly<
    Record<SpecializationParent, ConnectionLoader<SpecializationRow, SpecializationColumn, SpecializationFilter>>
  >;
}

/** Specializations are public, so no policy narrows these. */
export function createSpecializationLoaders(
  db: Kysely<Database>,
  cursors: CursorCodec,
  kept: KeptSpecializations,
): SpecializationLoaders {
  const of = (parent: SpecializationParent, label: string) =>
    createConnectionLoader<SpecializationRow, SpecializationColumn, SpecializationFilter>({
      label,
      cursors,
      fetch: kept.pages.pagesOf(parent, async (ids, { filter, page, columns }) =>
        rowsByParent(await specializationPagesOf(db, parent, ids, filter, page, columns)),
      ),
      count: kept.pages.countsOf(parent, async (ids, filter) =>
        countsByParent(await countSpecializationsOf(db, parent, ids, filter)),
      ),
    });
  return {
    byId: createRowLoader(
      'Specialization',
      kept.rows.through((ids, columns) => specializationsByIds(db, ids, columns)),
    ),
    list: ({ filter, ...request }) =>
      readConnection(
        request,
        cursors,
        (columns) =>
          kept.pages.page({ ...request, filter, columns }, () => specializationPage(db, filter, request.page, columns)),
        () => kept.pages.count(filter, () => countSpecializations(db, filter)),
      ),
    of: {
      doctor: of('doctor', 'Doctor.specializations'),
      clinic: of('clinic', 'Clinic.specializations'),
    },
  };
}
