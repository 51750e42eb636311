import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { parseInput } from '@consulta/platform/input/parse-input';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import { amendMedicalRecord } from './amend-medical-record.ts';
import { createMedicalRecord } from './create-medical-record.ts';
import { filterSchema } from './filter.ts';
import { markEnteredInError } from './mark-entered-in-error.ts';
import { mustBeSignedIn } from './policy.ts';
import { type MedicalRecordRow, medicalRecordColumns, medicalRecordOrderings, requiredColumns } from './queries.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'MedicalRecord', medicalRecordColumns, requiredColumns, path);

/** A use case as a mutation's resolver. */
const changing = (
  useCase: (context: Context, input: unknown) => Promise<string>,
  input: unknown,
  context: Context,
  info: ProjectionInfo,
) =>
  payload<'medicalRecord', MedicalRecordRow | null, UserErrorCode>('medicalRecord', async () => {
    const id = await useCase(context, input);
    return context.loaders.medicalRecord.byId.load(id, columnsOf(info, ['medicalRecord']));
  });

export const medicalRecordResolvers: Resolvers = {
  Query: {
    medicalRecord(_, { id }, { viewer, loaders }, info) {
      mustBeSignedIn(viewer);
      return loaders.medicalRecord.byId.load(toUuid('MedicalRecord', id, ['id']), columnsOf(info));
    },
    medicalRecords(_, { filter, orderBy, ...page }, { viewer, loaders, cursors }, info) {
      mustBeSignedIn(viewer);
      return loaders.medicalRecord.list(
        parseInput(filterSchema, filter ?? {}, ['filter']),
        openPage(pageRequest(page), medicalRecordOrderings[orderBy], cursors),
        columnsOf(info, ['edges', 'node']),
      );
    },
  },
  Mutation: {
    createMedicalRecord: (_, { input }, context, info) => changing(createMedicalRecord, input, context, info),
    amendMedicalRecord: (_, { input }, context, info) => changing(amendMedicalRecord, input, context, info),
    markMedicalRecordEnteredInError: (_, { input }, context, info) =>
      changing(markEnteredInError, input, context, info),
  },
  Patient: {
    __resolveReference(reference) {
      const uuid = referenceUuid('Patient', reference);
      return uuid === undefined ? null : { uuid };
    },
    id: ({ uuid }) => toGlobalId('Patient', uuid),
    medicalRecords: ({ uuid }, { filter, orderBy, ...page }, { loaders, cursors }, info) =>
      loaders.medicalRecord.ofPatient.load(uuid, {
        page: openPage(pageRequest(page), medicalRecordOrderings[orderBy], cursors),
        filter: parseInput(filterSchema, filter ?? {}, ['filter']),
        columns: columnsOf(info, ['edges', 'node']),
      }),
  },
  Appointment: {
    __resolveReference(reference) {
      const uuid = referenceUuid('Appointment', reference);
      return uuid === undefined ? null : { uuid };
    },
    id: ({ uuid }) => toGlobalId('Appointment', uuid),
    medicalRecord: ({ uuid }, _, { loaders }, info) => loaders.medicalRecord.ofAppointment.load(uuid, columnsOf(info)),
  },
  MedicalRecord: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('MedicalRecord', reference);
      return uuid === undefined ? null : loaders.medicalRecord.byId.load(uuid, columnsOf(info));
    },
    id: (record) => toGlobalId('MedicalRecord', record.id),
    nodeId: (record) => toGlobalId('MedicalRecord', record.id),
    recordedAt: (record) => record.recorded_at,
    kind: (record) => enumValue(record.kind),
    status: (record) => enumValue(record.status),
    patient: (record) => ({ uuid: record.patient_id }),
    doctor: (record) => ({ uuid: record.doctor_id }),
    clinic: (record) => ({ uuid: record.clinic_id }),
    appointment: ({ appointment_id: uuid }) => (uuid === null ? null : { uuid }),
    createdAt: (record) => record.created_at,
    updatedAt: (record) => record.updated_at,
  },
  MedicalRecordConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
