import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOfMany } from '../../../test/kit/refusals.ts';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { foreign, type Person, people } from './people.ts';

const clinic = foreign('Clinic');
const known = { givenName: 'Ana', familyName: 'García', birthDate: '1980-05-17', timeZone: 'Europe/Madrid' };

let patients: TestSubgraph;
let patient: Person;
let contact: string;

beforeAll(async () => {
  patients = await startSubgraph(createPatients, { connections: 2 });
  const rows = people(patients.pool);
  patient = await rows.patient();
  await rows.register(clinic.uuid, patient);
  contact = await rows.contact(patient, 'Eva');
});
afterAll(() => patients.stop());

const noContact = toGlobalId('PatientContact', randomUUID());
const named = { name: 'Luz', relationship: 'sister', phone: '+34911234567' };

const refusals = [
  ['registerPatient', 'POSSIBLE_DUPLICATE', () => ({ clinic: clinic.id, ...known })],
  ['updatePatient', 'VERSION_CONFLICT', () => ({ patient: patient.id, expectedVersion: 9, city: 'Lima' })],
  ['addPatientContact', 'VERSION_CONFLICT', () => ({ patient: patient.id, expectedVersion: 9, ...named })],
  ['addPatientContact', 'CONTACT_UNREACHABLE', () => ({ patient: patient.id, ...named, phone: null })],
  ['updatePatientContact', 'VERSION_CONFLICT', () => ({ patientContact: contact, expectedVersion: 9, name: 'Luz' })],
  ['removePatientContact', 'NOT_FOUND', () => ({ patientContact: noContact })],
] as const;

test.each(refusals)('20 %s refused with %s at once pass through 2 connections', async (mutation, code, inputOf) => {
  const staff = viewerOf('STAFF', { clinics: [clinic.uuid] });
  expect(await codesOfMany(patients, staff, mutation, inputOf())).toEqual([code]);
});

test('so do 20 changes of preferences that have changed since', async () => {
  const viewer = viewerOf('PATIENT', { patient: patient.uuid });
  const input = { expectedVersion: 9, sms: true };
  expect(await codesOfMany(patients, viewer, 'updateNotificationPreferences', input)).toEqual(['VERSION_CONFLICT']);
});
