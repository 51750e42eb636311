import { randomUUID } from 'node:crypto';
import type { Peers } from '@consulta/platform/hop/peers';
import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Insertable, Kysely } from 'kysely';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import type { Database } from '../src/generated/database.ts';
import { createRecords } from '../src/server.ts';

export { viewerOf };

/** The records subgraph over a database of its own, with an appointments subgraph that says what a test wants. */
export interface TestRecords extends TestSubgraph {
  readonly db: Kysely<Database>;
  readonly appointments: FakeAppointments;
}

export interface FakeAppointments {
  /** Pairs it vouches for, as `doctor patient`. */
  readonly care: Set<string>;
  /** Appointments by uuid. */
  readonly parties: Map<string, Parties>;
  /** Every question it was asked. */
  readonly questions: unknown[];
  /** Whether it fails instead of answering. */
  down: boolean;
}

interface Parties {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
}

/** @param connections most connections of its pool */
export async function startRecords({ connections = 20 } = {}): Promise<TestRecords> {
  const appointments: FakeAppointments = { care: new Set(), parties: new Map(), questions: [], down: false };
  const records = await startSubgraph(createRecords, { peers: peersOf(appointments), connections });
  return { ...records, db: createKysely<Database>(records.pool, 'records'), appointments };
}

/** Answers in the shape of the appointments subgraph; that it has that shape is for the tests of the whole graph. */
function peersOf(appointments: FakeAppointments): Peers {
  return {
    async ask(_subgraph, query, variables) {
      appointments.questions.push(variables);
      if (appointments.down) throw new Error('appointments is down');
      if (query.includes('treats')) {
        const pairs = variables['pairs'] as { patient: string; doctor: string }[];
        return {
          treats: pairs.map(({ doctor, patient }) => appointments.care.has(`${uuidOf(doctor)} ${uuidOf(patient)}`)),
        };
      }
      const [{ id } = { id: '' }] = variables['representations'] as { id: string }[];
      const parties = appointments.parties.get(uuidOf(id));
      if (parties === undefined) return { _entities: [null] };
      return {
        _entities: [
          {
            doctor: { id: toGlobalId('Doctor', parties.doctor) },
            patient: { id: toGlobalId('Patient', parties.patient) },
            clinic: { id: toGlobalId('Clinic', parties.clinic) },
          },
        ],
      };
    },
  };
}

export function uuidOf(id: string): string {
  return parseGlobalId(id)?.uuid ?? '';
}

type Header = Insertable<Database['medical_record']>;

export interface NewRecord extends Partial<Header> {
  readonly note?: string;
}

/** A record with its first version, written behind the API's back. */
export async function insertRecord({ db }: TestRecords, { note = 'a note', ...given }: NewRecord = {}) {
  const header = {
    recorded_at: new Date(),
    patient_id: randomUUID(),
    doctor_id: randomUUID(),
    clinic_id: randomUUID(),
    kind: 'consultation',
    title: 'Visit',
    created_by: randomUUID(),
    ...given,
  };
  const record = await db
    .insertInto('medical_record')
    .values(header)
    .returning(['id', 'recorded_at', 'patient_id', 'doctor_id', 'clinic_id', 'appointment_id'])
    .executeTakeFirstOrThrow();
  await db
    .insertInto('medical_record_version')
    .values({
      record_id: record.id,
      version: 1,
      note,
      diagnosis: 'a diagnosis',
      prescription: 'a prescription',
      author_account: header.created_by,
      author_doctor: header.doctor_id,
    })
    .execute();
  return { ...record, globalId: toGlobalId('MedicalRecord', record.id) };
}

export type InsertedRecord = Awaited<ReturnType<typeof insertRecord>>;

/** A doctor has an appointment with a patient, and the read model knows. */
export async function treat({ db }: TestRecords, { doctor, patient, clinic = randomUUID() }: Partial<Parties>) {
  await db
    .insertInto('care_relationship')
    .values({
      doctor_id: doctor ?? randomUUID(),
      patient_id: patient ?? randomUUID(),
      clinic_id: clinic,
      appointments: 1,
      first_at: new Date(),
    })
    .execute();
}

export const patientOf = (patient: string): Viewer => viewerOf('PATIENT', { patient });
export const doctorOf = (doctor: string): Viewer => viewerOf('DOCTOR', { doctor });
export const staffOf = (...clinics: string[]): Viewer => viewerOf('STAFF', { clinics });

/** A connection, as far as the tests look into it. */
export interface Page<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

export const nodesOf = <Node>({ edges }: Page<Node>): Node[] => edges.map(({ node }) => node);
