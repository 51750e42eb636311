import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { attachmentColumns, inOrderAdded } from './queries.ts';

export const attachmentResolvers: Resolvers = {
  MedicalRecord: {
    attachments(record, page, { loaders, cursors, trail }, info) {
      const required = ['id', 'record_id'] as const;
      const selected = selectedColumns(info, 'Attachment', attachmentColumns, required, ['edges', 'node']);
      // The name of a file tells what it holds.
      const closed = selected.includes('filename') && !trail.opens(record);
      return loaders.attachment.ofRecord.load(record.id, {
        page: openPage(pageRequest(page), inOrderAdded, cursors),
        filter: null,
        columns: closed ? selected.filter((column) => column !== 'filename') : selected,
      });
    },
  },
  Attachment: {
    id: (attachment) => toGlobalId('Attachment', attachment.id),
    filename: ({ filename }: { readonly filename?: string }) => filename ?? null,
    mediaType: (attachment) => attachment.media_type,
    byteSize: (attachment) => attachment.byte_size,
    sha256: (attachment) => attachment.sha256.toString('hex'),
    createdAt: (attachment) => attachment.created_at,
  },
  AttachmentConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
