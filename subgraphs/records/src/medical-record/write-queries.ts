import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { RecordState } from './events.ts';
import type { Author } from './policy.ts';

type NewRecord = Omit<Insertable<Database['medical_record']>, 'recorded_at'>;

const stateColumns = ['id', 'version', 'patient_id', 'doctor_id', 'clinic_id', 'appointment_id'] as const;

/** The clinical text of a version. */
export interface Texts {
  readonly note: string | null;
  readonly diagnosis: string | null;
  readonly prescription: string | null;
}

/** Texts left out stay as they are. */
export type TextChanges = { readonly [Name in keyof Texts]?: Texts[Name] | undefined };

/** A record is dated by the database: every month that can be now has its partition. */
export function insertRecord(db: Kysely<Database>, record: NewRecord): Promise<RecordState> {
  return db
    .insertInto('medical_record')
    .values({ ...record, recorded_at: sql<Date>`now()` })
    .returning(stateColumns)
    .executeTakeFirstOrThrow();
}

export async function insertFirstVersion(
  db: Kysely<Database>,
  record: string,
  texts: Texts,
  author: Author,
): Promise<void> {
  await db
    .insertInto('medical_record_version')
    .values({ record_id: record, version: 1, ...texts, author_account: author.account, author_doctor: author.doctor })
    .execute();
}

/** A record where its partition is known: `recorded_at` never changes. */
export interface RecordKey {
  readonly id: string;
  readonly recorded_at: Date;
}

/** Moves a record on to its next version, unless it is at another one than `version` or changes no more. */
export function advanceRecord(
  db: Kysely<Database>,
  { id, recorded_at }: RecordKey,
  version: number | null,
  status: 'current' | 'entered_in_error',
): Promise<RecordState | undefined> {
  return db
    .updateTable('medical_record')
    .set((eb) => ({ status, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('recorded_at', '=', recorded_at)
    .where('status', '=', 'current')
    .$if(version !== null, (query) => query.where('version', '=', version as number))
    .returning(stateColumns)
    .executeTakeFirst();
}

export function statusOf(db: Kysely<Database>, { id, recorded_at }: RecordKey) {
  return db
    .selectFrom('medical_record')
    .select('status')
    .where('id', '=', id)
    .where('recorded_at', '=', recorded_at)
    .executeTakeFirst();
}

/** Adds version `version` of a record: the texts of the one before, but for those that change. */
export async function insertNextVersion(
  db: Kysely<Database>,
  { record, version, texts, reason, author }: NextVersion,
): Promise<void> {
  await db
    .insertInto('medical_record_version')
    .columns([
      'record_id',
      'version',
      'note',
      'diagnosis',
      'prescription',
      'amendment_reason',
      'author_account',
      'author_doctor',
    ])
    .expression((eb) => {
      const text = (column: keyof Texts): RawBuilder<string | null> =>
        texts[column] === undefined ? sql.ref(column) : sql`${texts[column]}::text`;
      return eb
        .selectFrom('medical_record_version')
        .select([
          'record_id',
          sql<number>`${version}::int`.as('version'),
          text('note').as('note'),
          text('diagnosis').as('diagnosis'),
          text('prescription').as('prescription'),
          sql<string>`${reason}::text`.as('amendment_reason'),
          sql<string>`${author.account}::uuid`.as('author_account'),
          sql<string | null>`${author.doctor}::uuid`.as('author_doctor'),
        ])
        .where('record_id', '=', record)
        .where('version', '=', version - 1);
    })
    .execute();
}

interface NextVersion {
  readonly record: string;
  readonly version: number;
  readonly texts: TextChanges;
  readonly reason: string;
  readonly author: Author;
}
