import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { newestFirst, type TextColumn, textColumns, versionColumns } from './queries.ts';

const textNames: ReadonlySet<string> = new Set(textColumns);

export const versionResolvers: Resolvers = {
  MedicalRecord: {
    note: (record, _, { loaders, trail }) => (trail.opens(record) ? loaders.version.text(record, 'note') : null),
    diagnosis: (record, _, { loaders, trail }) =>
      trail.opens(record) ? loaders.version.text(record, 'diagnosis') : null,
    prescription: (record, _, { loaders, trail }) =>
      trail.opens(record) ? loaders.version.text(record, 'prescription') : null,
    versions(record, page, { loaders, cursors, trail }, info) {
      const required = ['record_id', 'version'] as const;
      const selected = selectedColumns(info, 'MedicalRecordVersion', versionColumns, required, ['edges', 'node']);
      const withoutTexts = selected.filter((column) => !textNames.has(column));
      const closed = withoutTexts.length < selected.length && !trail.opens(record);
      return loaders.version.ofRecord.load(record.id, {
        page: openPage(pageRequest(page), newestFirst, cursors),
        filter: null,
        columns: closed ? withoutTexts : selected,
      });
    },
  },
  MedicalRecordVersion: {
    number: (version) => version.version,
    note: (version) => textOf(version, 'note'),
    diagnosis: (version) => textOf(version, 'diagnosis'),
    prescription: (version) => textOf(version, 'prescription'),
    amendmentReason: (version) => textOf(version, 'amendment_reason'),
    author: ({ author_doctor: uuid }) => (uuid === null ? null : { uuid }),
    createdAt: (version) => version.created_at,
  },
  MedicalRecordVersionConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};

/** Null also where the column was not read because the viewer may not. */
function textOf(version: Partial<Record<TextColumn, string | null>>, column: TextColumn): string | null {
  return version[column] ?? null;
}
