import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { medicalRecordColumns, requiredColumns } from '../medical-record/queries.ts';
import { accessLogColumns, newestFirst } from './queries.ts';
import { accountOf } from './trail.ts';

export const accessLogResolvers: Resolvers = {
  Patient: {
    accessLog: ({ uuid }, page, { loaders, cursors }, info) =>
      loaders.accessLog.ofPatient.load(uuid, {
        page: openPage(pageRequest(page), newestFirst, cursors),
        filter: null,
        columns: selectedColumns(info, 'AccessLogEntry', accessLogColumns, ['patient_id'], ['edges', 'node']),
      }),
  },
  AccessLogEntry: {
    role: (entry) => enumValue(entry.role),
    account(entry) {
      const account = accountOf(entry.account);
      return account === null ? null : toGlobalId('Account', account);
    },
    medicalRecord: ({ record_id: record }, _, { loaders }, info) =>
      record === null
        ? null
        : loaders.medicalRecord.byId.load(
            record,
            selectedColumns(info, 'MedicalRecord', medicalRecordColumns, requiredColumns),
          ),
    outcome: (entry) => enumValue(entry.outcome),
  },
  AccessLogEntryConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
