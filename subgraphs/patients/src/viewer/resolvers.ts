import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Resolvers, ViewerRole } from '../generated/resolvers.ts';
import { referenceTo } from '../node/reference.ts';
import { patientColumnsOf } from '../patient/projection.ts';
import { pageOfClinics } from './clinics.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, _arguments, { viewer }) => (viewer.role === 'ANONYMOUS' ? null : viewer),
  },
  Viewer: {
    account: ({ account }) => (account === null ? null : toGlobalId('Account', account)),
    // ANONYMOUS is no viewer.
    role: ({ role }) => role as ViewerRole,
    patient: ({ patient }, _, { loaders }, info) =>
      patient === null ? null : loaders.patient.byId.load(patient, patientColumnsOf(info)),
    doctor: ({ doctor }) => (doctor === null ? null : referenceTo('Doctor', doctor)),
    clinics: ({ clinics }, page, { cursors }) => pageOfClinics(clinics, page, cursors),
  },
  ViewerClinicConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
