import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type AttachmentColumn, type AttachmentRow, attachmentPages, countAttachments } from './queries.ts';

export interface AttachmentLoaders {
  readonly ofRecord: ConnectionLoader<AttachmentRow, AttachmentColumn, null>;
}

/** Of records that the viewer was already shown. */
export function createAttachmentLoaders(db: Kysely<Database>, cursors: CursorCodec): AttachmentLoaders {
  return {
    ofRecord: createConnectionLoader({
      label: 'MedicalRecord.attachments',
      cursors,
      fetch: async (records, { page, columns }) =>
        Map.groupBy(await attachmentPages(db, records, page, columns), (row) => row.record_id),
      count: (records) => countAttachments(db, records),
    }),
  };
}
