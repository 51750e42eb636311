import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { doctorRequest } from '../doctor/request.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { serviceRequest } from '../healthcare-service/request.ts';
import { createSpecialization } from './create-specialization.ts';
import { specializationColumnsOf, specializationRequest } from './request.ts';
import { updateSpecialization } from './update-specialization.ts';

export const specializationResolvers: Resolvers = {
  Query: {
    specialization: (_, { id }, { loaders }, info) =>
      loaders.specialization.byId.load(toUuid('Specialization', id, ['id']), specializationColumnsOf(info)),
    specializations: (_, args, context, info) =>
      context.loaders.specialization.list(specializationRequest(args, context, info)),
  },
  Mutation: {
    createSpecialization: (_, { input }, context, info) =>
      payload('specialization', async () => {
        const id = await createSpecialization(context, input);
        return context.loaders.specialization.byId.load(id, specializationColumnsOf(info, ['specialization']));
      }),
    updateSpecialization: (_, { input }, context, info) =>
      payload('specialization', async () => {
        const id = await updateSpecialization(context, input);
        return context.loaders.specialization.byId.load(id, specializationColumnsOf(info, ['specialization']));
      }),
  },
  Specialization: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Specialization', reference);
      return uuid === undefined ? null : loaders.specialization.byId.load(uuid, specializationColumnsOf(info));
    },
    id: (specialization) => toGlobalId('Specialization', specialization.id),
    nodeId: (specialization) => toGlobalId('Specialization', specialization.id),
    createdAt: (specialization) => specialization.created_at,
    updatedAt: (specialization) => specialization.updated_at,
    doctors: (specialization, args, context, info) =>
      context.loaders.doctor.of.specialization.load(specialization.id, doctorRequest(args, context, info)),
    services: (specialization, args, context, info) =>
      context.loaders.service.of.specialization.load(specialization.id, serviceRequest(args, context, info)),
  },
  SpecializationConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
