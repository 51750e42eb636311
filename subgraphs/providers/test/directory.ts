import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import type { Insertable } from 'kysely';
import type { Database } from '../src/generated/database.ts';

type New<Table extends keyof Database> = Partial<Insertable<Database[Table]>>;

/** An entry by the two names it goes by: in rows and in the graph. */
export interface Entry {
  readonly uuid: string;
  readonly id: string;
}

/** Writes entries straight into the tables, each complete but for what the test says of it. */
export function directoryOf(pool: Pool) {
  const db = createKysely<Database>(pool, 'providers');
  let made = 0;

  const clinic = async (row: New<'clinic'> = {}): Promise<Entry> => {
    made += 1;
    const values = { name: `Clinic ${made}`, address_line: '1 Main Street', city: 'Madrid', country: 'ES', ...row };
    const { id } = await db
      .insertInto('clinic')
      .values({ time_zone: 'Europe/Madrid', ...values })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { uuid: id, id: toGlobalId('Clinic', id) };
  };

  const specialization = async (row: New<'specialization'> = {}): Promise<Entry> => {
    made += 1;
    const { id } = await db
      .insertInto('specialization')
      .values({ code: `code-${made}`, name: `Specialization ${made}`, ...row })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { uuid: id, id: toGlobalId('Specialization', id) };
  };

  const doctor = async (
    row: New<'doctor'> = {},
    { clinics = [], specializations = [] }: { clinics?: readonly Entry[]; specializations?: readonly Entry[] } = {},
  ): Promise<Entry> => {
    made += 1;
    const { id } = await db
      .insertInto('doctor')
      .values({ given_name: 'Ana', family_name: `Ruiz ${made}`, ...row })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const { uuid } of clinics) {
      await db.insertInto('doctor_clinic').values({ doctor_id: id, clinic_id: uuid }).execute();
    }
    for (const { uuid } of specializations) {
      await db.insertInto('doctor_specialization').values({ doctor_id: id, specialization_id: uuid }).execute();
    }
    return { uuid: id, id: toGlobalId('Doctor', id) };
  };

  const service = async (at: Entry, of: Entry, row: New<'healthcare_service'> = {}): Promise<Entry> => {
    made += 1;
    const values = { name: `Service ${made}`, duration_minutes: 30, ...row };
    const { id } = await db
      .insertInto('healthcare_service')
      .values({ ...values, clinic_id: at.uuid, specialization_id: of.uuid })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { uuid: id, id: toGlobalId('HealthcareService', id) };
  };

  /** Payloads of an aggregate's events, in the order they were written. */
  const events = (aggregate: Entry) =>
    db
      .selectFrom('outbox')
      .select(['type', 'version', 'payload'])
      .where('aggregate_id', '=', aggregate.uuid)
      .orderBy('id')
      .execute();

  return { db, clinic, specialization, doctor, service, events };
}

/** A connection as the tests select it. */
export interface Listed<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

export function nodesOf<Node>(connection: { readonly edges: readonly { readonly node: Node }[] }): Node[] {
  return connection.edges.map((edge) => edge.node);
}
