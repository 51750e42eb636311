import { forbidden } from '@consulta/platform/graphql/errors';
import { idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { z } from 'zod';
import type { Resolvers } from '../generated/resolvers.ts';

const pairsSchema = z
  .array(
    z.object({
      patient: idOf('Patient'),
      doctor: optional(idOf('Doctor')),
      clinics: optional(z.array(idOf('Clinic')).max(1_000)),
    }),
  )
  .max(1_000, 'These are more than 1000 pairs.');

export const careRelationshipResolvers: Resolvers = {
  Query: {
    treats(_, { pairs }, { viewer, loaders }) {
      if (viewer.role !== 'SYSTEM') throw forbidden();
      return loaders.care.treats(parseInput(pairsSchema, pairs, ['pairs']));
    },
  },
};
