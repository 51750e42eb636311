import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { clinicRequest } from '../clinic/request.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { serviceRequest } from '../healthcare-service/request.ts';
import { specializationRequest } from '../specialization/request.ts';
import { createDoctor } from './create-doctor.ts';
import { displayName } from './display-name.ts';
import { seesContact } from './policy.ts';
import { doctorColumnsOf, doctorRequest } from './request.ts';
import { updateDoctor } from './update-doctor.ts';

export const doctorResolvers: Resolvers = {
  Query: {
    doctor: (_, { id }, { loaders }, info) =>
      loaders.doctor.byId.load(toUuid('Doctor', id, ['id']), doctorColumnsOf(info)),
    doctors: (_, args, context, info) => context.loaders.doctor.list(doctorRequest(args, context, info)),
  },
  Mutation: {
    createDoctor: (_, { input }, context, info) =>
      payload('doctor', async () => {
        const id = await createDoctor(context, input);
        return context.loaders.doctor.byId.load(id, doctorColumnsOf(info, ['doctor']));
      }),
    updateDoctor: (_, { input }, context, info) =>
      payload('doctor', async () => {
        const id = await updateDoctor(context, input);
        return context.loaders.doctor.byId.load(id, doctorColumnsOf(info, ['doctor']));
      }),
  },
  Doctor: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Doctor', reference);
      return uuid === undefined ? null : loaders.doctor.byId.load(uuid, doctorColumnsOf(info));
    },
    id: (doctor) => toGlobalId('Doctor', doctor.id),
    nodeId: (doctor) => toGlobalId('Doctor', doctor.id),
    name: (doctor) => displayName(doctor),
    givenName: (doctor) => doctor.given_name,
    familyName: (doctor) => doctor.family_name,
    email: (doctor, _, { viewer }) => (seesContact(viewer, doctor.id) ? doctor.email : null),
    phone: (doctor, _, { viewer }) => (seesContact(viewer, doctor.id) ? doctor.phone : null),
    status: (doctor) => enumValue(doctor.status),
    createdAt: (doctor) => doctor.created_at,
    updatedAt: (doctor) => doctor.updated_at,
    clinics: (doctor, args, context, info) =>
      context.loaders.clinic.of.doctor.load(doctor.id, clinicRequest(args, context, info)),
    specializations: (doctor, args, context, info) =>
      context.loaders.specialization.of.doctor.load(doctor.id, specializationRequest(args, context, info)),
    services: (doctor, args, context, info) =>
      context.loaders.service.of.doctor.load(doctor.id, serviceRequest(args, context, info)),
  },
  DoctorConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
