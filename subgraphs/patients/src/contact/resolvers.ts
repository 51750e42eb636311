import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { patientColumnsOf } from '../patient/projection.ts';
import { addContact } from './add-contact.ts';
import { contactColumns, contactOrdering } from './queries.ts';
import { removeContact } from './remove-contact.ts';
import { updateContact } from './update-contact.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[]) =>
  selectedColumns(info, 'PatientContact', contactColumns, ['id', 'patient_id'], path);

export const contactResolvers: Resolvers = {
  Mutation: {
    addPatientContact: (_, { input }, context, info) =>
      payload('patientContact', async () => {
        const id = await addContact(context, input);
        return context.loaders.contact.byId.load(id, columnsOf(info, ['patientContact']));
      }),
    updatePatientContact: (_, { input }, context, info) =>
      payload('patientContact', async () => {
        const id = await updateContact(context, input);
        return context.loaders.contact.byId.load(id, columnsOf(info, ['patientContact']));
      }),
    removePatientContact: (_, { input }, context, info) =>
      payload('patient', async () => {
        const id = await removeContact(context, input);
        return context.loaders.patient.byId.load(id, patientColumnsOf(info, ['patient']));
      }),
  },
  Patient: {
    contacts: (patient, page, { loaders, cursors }, info) =>
      loaders.contact.ofPatient.load(patient.id, {
        page: openPage(pageRequest(page), contactOrdering, cursors),
        filter: null,
        columns: columnsOf(info, ['edges', 'node']),
      }),
  },
  PatientContact: {
    id: (contact) => toGlobalId('PatientContact', contact.id),
    patient: (contact, _, { loaders }, info) => loaders.patient.byId.load(contact.patient_id, patientColumnsOf(info)),
    createdAt: (contact) => contact.created_at,
  },
  PatientContactConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
