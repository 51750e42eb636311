import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Kysely } from 'kysely';
import { countsByParent, rowsByParent } from '../by-parent.ts';
import type { Database } from '../generated/database.ts';
import type { ServiceColumn, ServiceRow } from './columns.ts';
import type { ServiceFilter, ServiceParent } from './conditions.ts';
import type { KeptServices } from './kept.ts';
import {
  clinicOfService,
  countServices,
  countServicesOf,
  servicePage,
  servicePagesOf,
  servicesByIds,
} from './queries.ts';

/** A list of services as its field asks for it. */
export type ServiceRequest = ConnectionRequest<ServiceColumn, ServiceFilter>;

export interface ServiceLoaders {
  readonly byId: RowLoader<ServiceRow, ServiceColumn>;
  /** The clinic that offers a service, never as a cache has it: who may change the service depends on it. */
  clinicOf(id: string): Promise<string | null>;
  list(request: ServiceRequest): Promise<Connection<ServiceRow>>;
  /** Lists of services of many parents, by what the parent is. */
  readonly of: Readonly<Record<ServiceParent, ConnectionLoader<ServiceRow, ServiceColumn, ServiceFilter>>>;
}

/** Services are public, so no policy narrows these. */
export function createServiceLoaders(db: Kysely<Database>, cursors: CursorCodec, kept: KeptServices): ServiceLoaders {
  const of = (parent: ServiceParent, label: string) =>
    createConnectionLoader<ServiceRow, ServiceColumn, ServiceFilter>({
      label,
      cursors,
      fetch: kept.pages.pagesOf(parent, async (ids, { filter, page, columns }) =>
        rowsByParent(await servicePagesOf(db, parent, ids, filter, page, columns)),
      ),
      count: kept.pages.countsOf(parent, async (ids, filter) =>
        countsByParent(await countServicesOf(db, parent, ids, filter)),
      ),
    });
  return {
    byId: createRowLoader(
      'HealthcareService',
      kept.rows.through((ids, columns) => servicesByIds(db, ids, columns)),
    ),
    clinicOf: (id) => clinicOfService(db, id),
    list: ({ filter, ...request }) =>
      readConnection(
        request,
        cursors,
        (columns) =>
          kept.pages.page({ ...request, filter, columns }, () => servicePage(db, filter, request.page, columns)),
        () => kept.pages.count(filter, () => countServices(db, filter)),
      ),
    of: {
      clinic: of('clinic', 'Clinic.services'),
      specialization: of('specialization', 'Specialization.services'),
      doctor: of('doctor', 'Doctor.services'),
    },
  };
}
