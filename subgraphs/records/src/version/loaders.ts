import { createRowLoader } from '@consulta/platform/batch/row-loader';
import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import {
  countVersions,
  type TextColumn,
  type VersionColumn,
  type VersionRow,
  versionPages,
  versionsByKeys,
} from './queries.ts';

/** Of records that the viewer was already shown; whether they may read the text, the access trail says. */
export interface VersionLoaders {
  /** A text of the version that a record's header names. */
  text(record: { readonly id: string; readonly version: number }, column: TextColumn): Promise<string | null>;
  readonly ofRecord: ConnectionLoader<VersionRow, VersionColumn, null>;
}

export function createVersionLoaders(db: Kysely<Database>, cursors: CursorCodec): VersionLoaders {
  const texts = createRowLoader<VersionRow & { readonly id: string }, VersionColumn>(
    'MedicalRecord.note',
    async (ids, columns) => {
      const rows = await versionsByKeys(db, ids.map(keyOf), columns);
      return rows.map((row) => ({ ...row, id: idOf({ id: row.record_id, version: row.version }) }));
    },
  );
  return {
    async text(record, column) {
      const row = await texts.load(idOf(record), [column]);
      return row?.[column] ?? null;
    },
    ofRecord: createConnectionLoader({
      label: 'MedicalRecord.versions',
      cursors,
      fetch: async (records, { page, columns }) =>
        Map.groupBy(await versionPages(db, records, page, columns), (row) => row.record_id),
      count: (records) => countVersions(db, records),
    }),
  };
}

/** Texts are told apart by record and version, so what was read before an amendment is never taken for what is now. */
function idOf({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id} ${version}`;
}

function keyOf(id: string) {
  const [record = '', version] = id.split(' ');
  return { record, version: Number(version) };
}
