import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { doctorRequest } from '../doctor/request.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { serviceRequest } from '../healthcare-service/request.ts';
import { specializationRequest } from '../specialization/request.ts';
import { createClinic } from './create-clinic.ts';
import { clinicColumnsOf, clinicRequest } from './request.ts';
import { updateClinic } from './update-clinic.ts';

export const clinicResolvers: Resolvers = {
  Query: {
    clinic: (_, { id }, { loaders }, info) =>
      loaders.clinic.byId.load(toUuid('Clinic', id, ['id']), clinicColumnsOf(info)),
    clinics: (_, args, context, info) => context.loaders.clinic.list(clinicRequest(args, context, info)),
  },
  Mutation: {
    createClinic: (_, { input }, context, info) =>
      payload('clinic', async () => {
        const id = await createClinic(context, input);
        return context.loaders.clinic.byId.load(id, clinicColumnsOf(info, ['clinic']));
      }),
    updateClinic: (_, { input }, context, info) =>
      payload('clinic', async () => {
        const id = await updateClinic(context, input);
        return context.loaders.clinic.byId.load(id, clinicColumnsOf(info, ['clinic']));
      }),
  },
  Clinic: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Clinic', reference);
      return uuid === undefined ? null : loaders.clinic.byId.load(uuid, clinicColumnsOf(info));
    },
    id: (clinic) => toGlobalId('Clinic', clinic.id),
    nodeId: (clinic) => toGlobalId('Clinic', clinic.id),
    addressLine: (clinic) => clinic.address_line,
    postalCode: (clinic) => clinic.postal_code,
    timeZone: (clinic) => clinic.time_zone,
    status: (clinic) => enumValue(clinic.status),
    createdAt: (clinic) => clinic.created_at,
    updatedAt: (clinic) => clinic.updated_at,
    doctors: (clinic, args, context, info) =>
      context.loaders.doctor.of.clinic.load(clinic.id, doctorRequest(args, context, info)),
    services: (clinic, args, context, info) =>
      context.loaders.service.of.clinic.load(clinic.id, serviceRequest(args, context, info)),
    specializations: (clinic, args, context, info) =>
      context.loaders.specialization.of.clinic.load(clinic.id, specializationRequest(args, context, info)),
  },
  ClinicConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
