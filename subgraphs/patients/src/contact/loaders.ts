import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { PatientLoaders } from '../patient/loaders.ts';
import {
  contactPages,
  contactsByIds,
  countContacts,
  type PatientContactColumn,
  type PatientContactRow,
} from './queries.ts';

export interface ContactLoaders {
  readonly byId: RowLoader<PatientContactRow, PatientContactColumn>;
  /** By patient; whoever sees a patient sees the contacts. */
  readonly ofPatient: ConnectionLoader<PatientContactRow, PatientContactColumn, null>;
}

export function createContactLoaders(
  db: Kysely<Database>,
  cursors: CursorCodec,
  patients: PatientLoaders,
): ContactLoaders {
  return {
    byId: createRowLoader('PatientContact', async (ids, columns) => {
      const contacts = await contactsByIds(db, ids, columns);
      const visible = await Promise.all(contacts.map(({ patient_id: patient }) => patients.byId.load(patient, ['id'])));
      return contacts.filter((_, index) => visible[index] !== null);
    }),
    ofPatient: createConnectionLoader({
      label: 'Patient.contacts',
      cursors,
      async fetch(parents, { page, columns }) {
        // The columns were chosen at run time: the rows hold those.
        const rows = (await contactPages(db, parents, page, columns)) as PatientContactRow[];
        return Map.groupBy(rows, (row) => row.patient_id);
      },
      async count(parents) {
        const rows = await countContacts(db, parents);
        return new Map(rows.map(({ patient_id: patient, count }) => [patient, count]));
      },
    }),
  };
}
