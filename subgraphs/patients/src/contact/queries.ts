import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Database } from '../generated/database.ts';

type Contacts = Database['patient_contact'];
export type PatientContactRow = Selectable<Contacts>;
export type PatientContactColumn = keyof PatientContactRow;

/** The columns behind each field of `PatientContact`. */
export const contactColumns: ColumnMap<PatientContactColumn> = {
  name: ['name'],
  relationship: ['relationship'],
  phone: ['phone'],
  email: ['email'],
  createdAt: ['created_at'],
};

/** Version 7 uuids grow with time, so this is the order in which contacts were added. */
export const contactOrdering = {
  name: 'patient.contacts',
  direction: 'asc',
  keys: [{ column: 'id', type: 'uuid' }],
} as const satisfies Ordering<PatientContactColumn>;

export function contactsByIds(db: Kysely<Database>, ids: readonly string[], columns: readonly PatientContactColumn[]) {
  return db.selectFrom('patient_contact').select(columns).where('id', '=', anyOf(ids)).execute();
}

/** A page of each patient's contacts, in one statement. */
export function contactPages(
  db: Kysely<Database>,
  patients: readonly string[],
  page: Page<PatientContactColumn>,
  columns: readonly PatientContactColumn[],
) {
  return db
    .selectFrom(parents(patients))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb.selectFrom('patient_contact').select(columns).whereRef('patient_contact.patient_id', '=', 'parent.id'),
          'patient_contact',
          page,
        ).as('contact'),
      (join) => join.onTrue(),
    )
    .select(columns.map((column) => `contact.${column}` as const))
    .execute();
}

export function countContacts(db: Kysely<Database>, patients: readonly string[]) {
  return db
    .selectFrom('patient_contact')
    .select((eb) => ['patient_id', eb.fn.countAll<number>().as('count')])
    .where('patient_id', '=', anyOf(patients))
    .groupBy('patient_id')
    .execute();
}

export function insertContact(db: Kysely<Database>, contact: Insertable<Contacts>) {
  return db.insertInto('patient_contact').values(contact).returning('id').executeTakeFirstOrThrow();
}

/** Returns nothing where the contact was removed meanwhile. */
export function updateContactRow(db: Kysely<Database>, id: string, changes: Updateable<Contacts>) {
  // A change of nothing still tells whether the contact is there.
  const query = db.updateTable('patient_contact').set((eb) => ({ id: eb.ref('id'), ...changes }));
  return query.where('id', '=', id).returning('id').executeTakeFirst();
}

/** Returns nothing where the contact was removed meanwhile. */
export function deleteContact(db: Kysely<Database>, id: string) {
  return db.deleteFrom('patient_contact').where('id', '=', id).returning('id').executeTakeFirst();
}
