import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { WaitlistColumn, WaitlistRow } from './columns.ts';
import { visibleEntries } from './policy.ts';
import { countEntriesOf, entriesByIds, entryPagesOf, matching, positionsOf, type WaitlistParent } from './queries.ts';

/** Statuses that a list is narrowed to; null for all. */
type Statuses = readonly string[] | null;

export type WaitlistRequest = ConnectionRequest<WaitlistColumn, Statuses>;

export interface WaitlistLoaders {
  readonly byId: RowLoader<WaitlistRow, WaitlistColumn>;
  /** Lists of many parents, by the column that names the parent. */
  readonly of: Readonly<Record<WaitlistParent, ConnectionLoader<WaitlistRow, WaitlistColumn, Statuses>>>;
  /** Null for an entry that no longer waits. */
  position(id: string): Promise<number | null>;
}

export function createWaitlistLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): WaitlistLoaders {
  const visible = visibleEntries(viewer);
  const of = (column: WaitlistParent, label: string) =>
    createConnectionLoader<WaitlistRow, WaitlistColumn, Statuses>({
      label,
      cursors,
      fetch: async (ids, { filter, page, columns }) =>
        Map.groupBy(
          await entryPagesOf(db, { column, ids }, matching(filter, visible), page, columns),
          (row) => row[column],
        ),
      count: (ids, filter) => countEntriesOf(db, { column, ids }, matching(filter, visible)),
    });
  const positions = createRowLoader<{ id: string; position: number }, never>('WaitlistEntry.position', (ids) =>
    positionsOf(db, ids),
  );
  return {
    byId: createRowLoader('WaitlistEntry', (ids, columns) => entriesByIds(db, ids, visible, columns)),
    of: {
      patient_id: of('patient_id', 'Patient.waitlistEntries'),
      doctor_id: of('doctor_id', 'Doctor.waitlistEntries'),
    },
    position: async (id) => (await positions.load(id, []))?.position ?? null,
  };
}
