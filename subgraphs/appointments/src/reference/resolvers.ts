import { type NodeType, referenceUuid, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Resolvers } from '../generated/resolvers.ts';
import type { Reference } from './reference.ts';

/** Whether there is such an entity is for its owner to say. */
const entity = (type: NodeType) => ({
  __resolveReference(reference: { readonly id?: string | null }): Reference | null {
    const uuid = referenceUuid(type, reference);
    return uuid === undefined ? null : { uuid };
  },
  id: ({ uuid }: Reference) => toGlobalId(type, uuid),
});

export const referenceResolvers: Resolvers = {
  Doctor: entity('Doctor'),
  Clinic: entity('Clinic'),
  Patient: entity('Patient'),
  HealthcareService: { id: ({ uuid }) => toGlobalId('HealthcareService', uuid) },
};
