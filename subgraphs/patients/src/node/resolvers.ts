import type { Resolvers } from '../generated/resolvers.ts';
import { patientColumnsOf } from '../patient/projection.ts';
import { findNode, nodeKey, nodeKeys } from './find-node.ts';

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_, { id }, { loaders }, info) => findNode(nodeKey(id, ['id']), loaders.patient, patientColumnsOf(info)),
    nodes(_, { ids }, { loaders }, info) {
      const columns = patientColumnsOf(info);
      return Promise.all(nodeKeys(ids).map((key) => findNode(key, loaders.patient, columns)));
    },
  },
  Node: {
    __resolveType: (node) => ('__typename' in node ? node.__typename : 'Patient'),
  },
};
