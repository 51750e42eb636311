import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { parseInput } from '@consulta/platform/input/parse-input';
import { payload } from '@consulta/platform/mutation/payload';
import type { Resolvers } from '../generated/resolvers.ts';
import { filterSchema } from './filter.ts';
import { readMedicalHistory } from './medical-history.ts';
import { patientColumnsOf } from './projection.ts';
import { patientOrderings } from './queries.ts';
import { registerPatient } from './register-patient.ts';
import { updatePatient } from './update-patient.ts';

export const patientResolvers: Resolvers = {
  Query: {
    patient: (_, { id }, { loaders }, info) =>
      loaders.patient.byId.load(toUuid('Patient', id, ['id']), patientColumnsOf(info)),
    patients: (_, { filter, orderBy, ...page }, { loaders, cursors }, info) =>
      loaders.patient.list(
        parseInput(filterSchema, filter ?? {}, ['filter']),
        openPage(pageRequest(page), patientOrderings[orderBy], cursors),
        patientColumnsOf(info, ['edges', 'node']),
      ),
  },
  Mutation: {
    registerPatient: (_, { input }, context, info) =>
      payload('patient', async () => {
        const id = await registerPatient(context, input);
        return context.loaders.patient.byId.load(id, patientColumnsOf(info, ['patient']));
      }),
    updatePatient: (_, { input }, context, info) =>
      payload('patient', async () => {
        const id = await updatePatient(context, input);
        return context.loaders.patient.byId.load(id, patientColumnsOf(info, ['patient']));
      }),
  },
  Patient: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Patient', reference);
      return uuid === undefined ? null : loaders.patient.byId.load(uuid, patientColumnsOf(info));
    },
    id: (patient) => toGlobalId('Patient', patient.id),
    nodeId: (patient) => toGlobalId('Patient', patient.id),
    name: (patient) => `${patient.given_name} ${patient.family_name}`,
    givenName: (patient) => patient.given_name,
    familyName: (patient) => patient.family_name,
    birthDate: (patient) => patient.birth_date,
    gender: (patient) => enumValue(patient.gender),
    addressLine: (patient) => patient.address_line,
    postalCode: (patient) => patient.postal_code,
    timeZone: (patient) => patient.time_zone,
    status: (patient) => enumValue(patient.status),
    // Absent from rows of viewers who may not read it: their statements leave the column out.
    medicalHistory: (patient) => readMedicalHistory(patient.medical_history),
    createdAt: (patient) => patient.created_at,
    updatedAt: (patient) => patient.updated_at,
  },
  PatientConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
