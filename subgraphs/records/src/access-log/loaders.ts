import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { readableLogs } from './policy.ts';
import { type AccessLogColumn, type AccessLogRow, accessLogPages, countEntries } from './queries.ts';

export interface AccessLogLoaders {
  readonly ofPatient: ConnectionLoader<AccessLogRow, AccessLogColumn, null>;
}

export function createAccessLogLoaders(db: Kysely<Database>, cursors: CursorCodec, viewer: Viewer): AccessLogLoaders {
  return {
    ofPatient: createConnectionLoader({
      label: 'Patient.accessLog',
      cursors,
      async fetch(patients, { page, columns }) {
        const readable = readableLogs(viewer, patients);
        const rows = readable.length === 0 ? [] : await accessLogPages(db, readable, page, columns);
        return Map.groupBy(rows, (row) => row.patient_id);
      },
      async count(patients) {
        const readable = readableLogs(viewer, patients);
        return readable.length === 0 ? new Map() : countEntries(db, readable);
      },
    }),
  };
}
