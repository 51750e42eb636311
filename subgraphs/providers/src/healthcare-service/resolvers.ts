import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { clinicColumnsOf } from '../clinic/request.ts';
import { doctorRequest } from '../doctor/request.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { referenced } from '../referenced.ts';
import { specializationColumnsOf } from '../specialization/request.ts';
import { createHealthcareService } from './create-healthcare-service.ts';
import { serviceColumnsOf, serviceRequest } from './request.ts';
import { updateHealthcareService } from './update-healthcare-service.ts';

export const healthcareServiceResolvers: Resolvers = {
  Query: {
    healthcareService: (_, { id }, { loaders }, info) =>
      loaders.service.byId.load(toUuid('HealthcareService', id, ['id']), serviceColumnsOf(info)),
    healthcareServices: (_, args, context, info) => context.loaders.service.list(serviceRequest(args, context, info)),
  },
  Mutation: {
    createHealthcareService: (_, { input }, context, info) =>
      payload('healthcareService', async () => {
        const id = await createHealthcareService(context, input);
        return context.loaders.service.byId.load(id, serviceColumnsOf(info, ['healthcareService']));
      }),
    updateHealthcareService: (_, { input }, context, info) =>
      payload('healthcareService', async () => {
        const id = await updateHealthcareService(context, input);
        return context.loaders.service.byId.load(id, serviceColumnsOf(info, ['healthcareService']));
      }),
  },
  HealthcareService: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('HealthcareService', reference);
      return uuid === undefined ? null : loaders.service.byId.load(uuid, serviceColumnsOf(info));
    },
    id: (service) => toGlobalId('HealthcareService', service.id),
    nodeId: (service) => toGlobalId('HealthcareService', service.id),
    durationMinutes: (service) => service.duration_minutes,
    bufferBeforeMinutes: (service) => service.buffer_before_minutes,
    bufferAfterMinutes: (service) => service.buffer_after_minutes,
    modalities: (service) => service.modalities.map((modality) => enumValue(modality)),
    status: (service) => enumValue(service.status),
    createdAt: (service) => service.created_at,
    updatedAt: (service) => service.updated_at,
    clinic: (service, _, { loaders }, info) =>
      referenced(loaders.clinic.byId, service.clinic_id, clinicColumnsOf(info)),
    specialization: (service, _, { loaders }, info) =>
      referenced(loaders.specialization.byId, service.specialization_id, specializationColumnsOf(info)),
    doctors: (service, args, context, info) =>
      context.loaders.doctor.of.service.load(service.id, doctorRequest(args, context, info)),
  },
  HealthcareServiceConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
