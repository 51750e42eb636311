import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Resolvers } from '../generated/resolvers.ts';

export const referenceResolvers: Resolvers = {
  Doctor: { id: ({ uuid }) => toGlobalId('Doctor', uuid) },
  Clinic: { id: ({ uuid }) => toGlobalId('Clinic', uuid) },
};
