import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { parseInput } from '@consulta/platform/input/parse-input';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { createClinic } from './create-clinic.ts';
import { filterSchema } from './filter.ts';
import { clinicColumns, clinicOrderings } from './queries.ts';
import { updateClinic } from './update-clinic.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'Clinic', clinicColumns, ['id'], path);

export const clinicResolvers: Resolvers = {
  Query: {
    clinic: (_, { id }, { loaders }, info) => loaders.clinic.byId.load(toUuid('Clinic', id, ['id']), columnsOf(info)),
    clinics: (_, { filter, orderBy, ...page }, { loaders, cursors }, info) =>
      loaders.clinic.list(
        parseInput(filterSchema, filter ?? {}, ['filter']),
        openPage(pageRequest(page), clinicOrderings[orderBy], cursors),
        columnsOf(info, ['edges', 'node']),
      ),
  },
  Mutation: {
    createClinic: (_, { input }, context, info) =>
      payload('clinic', async () =>
        context.loaders.clinic.byId.load(await createClinic(context, input), columnsOf(info, ['clinic'])),
      ),
    updateClinic: (_, { input }, context, info) =>
      payload('clinic', async () =>
        context.loaders.clinic.byId.load(await updateClinic(context, input), columnsOf(info, ['clinic'])),
      ),
  },
  Clinic: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Clinic', reference);
      return uuid === undefined ? null : loaders.clinic.byId.load(uuid, columnsOf(info));
    },
    id: (clinic) => toGlobalId('Clinic', clinic.id),
    nodeId: (clinic) => toGlobalId('Clinic', clinic.id),
    addressLine: (clinic) => clinic.address_line,
    postalCode: (clinic) => clinic.postal_code,
    timeZone: (clinic) => clinic.time_zone,
    status: (clinic) => enumValue(clinic.status),
    createdAt: (clinic) => clinic.created_at,
    updatedAt: (clinic) => clinic.updated_at,
  },
  ClinicConnection: {
    totalCount: (connection) => connection.totalCount(),
  },
};
