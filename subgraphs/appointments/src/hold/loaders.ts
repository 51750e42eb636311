import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import type { ConnectionRequest } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import { visibleTo } from '../appointment/policy.ts';
import type { Database } from '../generated/database.ts';
import type { HoldColumn, HoldRow } from './columns.ts';
import { countHolds, holdPage, holdsByIds, ofDoctor } from './queries.ts';

/** @property filter.doctor null for all */
export type HoldRequest = ConnectionRequest<HoldColumn, { readonly doctor: string | null }>;

/** Holds that still run, for those who see their appointments. */
export interface HoldLoaders {
  readonly byId: RowLoader<HoldRow, HoldColumn>;
  list(request: HoldRequest): Promise<Connection<HoldRow>>;
}

export function createHoldLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): HoldLoaders {
  const visible = visibleTo(viewer);
  return {
    byId: createRowLoader('SlotHold', (ids, columns) => holdsByIds(db, ids, visible, columns)),
    list({ filter, page, columns }) {
      const doctor = filter.doctor ?? (viewer.role === 'DOCTOR' ? viewer.doctor : null);
      const matching = doctor === null ? visible : ofDoctor(doctor, visible);
      return readConnection(
        { page, columns },
        cursors,
        (selected) => holdPage(db, page, matching, selected),
        () => countHolds(db, matching),
      );
    },
  };
}
