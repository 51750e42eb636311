import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, startsWith } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import { type Insertable, type Kysely, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import type { Database } from '../generated/database.ts';

type Clinics = Database['clinic'];
export type ClinicRow = Selectable<Clinics>;
export type ClinicColumn = keyof ClinicRow;

/** The columns behind each field of `Clinic`. */
export const clinicColumns: ColumnMap<ClinicColumn> = {
  name: ['name'],
  addressLine: ['address_line'],
  city: ['city'],
  region: ['region'],
  postalCode: ['postal_code'],
  country: ['country'],
  timeZone: ['time_zone'],
  phone: ['phone'],
  email: ['email'],
  status: ['status'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

const byName = [
  { column: 'name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

export const clinicOrderings = {
  NAME_ASC: { name: 'clinic.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'clinic.NAME_DESC', direction: 'desc', keys: byName },
} as const satisfies Record<string, Ordering<ClinicColumn>>;

/** Which clinics a list holds; null conditions do not narrow it. */
export interface ClinicFilter {
  readonly namePrefix: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly status: string;
}

export function clinicsByIds(db: Kysely<Database>, ids: readonly string[], columns: readonly ClinicColumn[]) {
  return db.selectFrom('clinic').select(columns).where('id', '=', anyOf(ids)).execute();
}

export function clinicPage(
  db: Kysely<Database>,
  filter: ClinicFilter,
  page: Page<ClinicColumn>,
  columns: readonly ClinicColumn[],
) {
  return takePage(matching(db.selectFrom('clinic'), filter).select(columns), 'clinic', page).execute();
}

export async function countClinics(db: Kysely<Database>, filter: ClinicFilter): Promise<number> {
  const counted = await matching(db.selectFrom('clinic'), filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

function matching<Output>(query: SelectQueryBuilder<Database, 'clinic', Output>, filter: ClinicFilter) {
  let narrowed = query.where('status', '=', filter.status);
  if (filter.namePrefix !== null) narrowed = narrowed.where(sql`lower(name)`, 'like', startsWith(filter.namePrefix));
  if (filter.city !== null) narrowed = narrowed.where(sql`lower(city)`, '=', filter.city.toLowerCase());
  if (filter.country !== null) narrowed = narrowed.where('country', '=', filter.country);
  return narrowed;
}

export function insertClinic(db: Kysely<Database>, clinic: Insertable<Clinics>) {
  return db.insertInto('clinic').values(clinic).returning(['id', 'version']).executeTakeFirstOrThrow();
}

/** Changes a clinic and returns what the directory's readers need, or nothing where it is not at `version`. */
export function updateClinicRow(
  db: Kysely<Database>,
  id: string,
  version: number | null,
  changes: Updateable<Clinics>,
) {
  return db
    .updateTable('clinic')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version as number))
    .returning(['id', 'version', 'time_zone', 'city', 'status'])
    .executeTakeFirst();
}
