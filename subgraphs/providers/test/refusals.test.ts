import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOfMany } from '../../../test/kit/refusals.ts';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;
let clinic: Entry;
let doctor: Entry;
let specialization: Entry;
let service: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders, { connections: 2 });
  directory = directoryOf(providers.pool);
  clinic = await directory.clinic();
  specialization = await directory.specialization({ code: 'taken' });
  doctor = await directory.doctor();
  service = await directory.service(clinic, specialization);
});
afterAll(() => providers.stop());

const nowhere = toGlobalId('Clinic', randomUUID());
const late = { expectedVersion: 9, name: 'Late' };

const refusals = [
  ['updateClinic', 'VERSION_CONFLICT', () => ({ clinic: clinic.id, ...late })],
  ['updateClinic', 'NOT_FOUND', () => ({ clinic: nowhere, name: 'Gone' })],
  ['updateSpecialization', 'VERSION_CONFLICT', () => ({ specialization: specialization.id, ...late })],
  ['createSpecialization', 'CODE_TAKEN', () => ({ code: 'taken', name: 'Twice' })],
  ['updateDoctor', 'NOT_FOUND', () => ({ doctor: doctor.id, addClinics: [nowhere] })],
  ['createDoctor', 'NOT_FOUND', () => ({ givenName: 'Ana', familyName: 'Ruiz', clinics: [nowhere] })],
  ['updateHealthcareService', 'VERSION_CONFLICT', () => ({ healthcareService: service.id, ...late })],
  [
    'createHealthcareService',
    'NOT_FOUND',
    () => ({ clinic: nowhere, specialization: specialization.id, name: 'None', durationMinutes: 20 }),
  ],
] as const;

test.each(refusals)('20 %s refused with %s at once pass through 2 connections', async (mutation, code, inputOf) => {
  expect(await codesOfMany(providers, viewerOf('ADMIN'), mutation, inputOf())).toEqual([code]);
});
