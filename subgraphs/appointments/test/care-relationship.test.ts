import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { system } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { careRelationshipSnapshot } from '../src/care-relationship/snapshot.ts';
import { type Appointments, ahead, newPatient, type Practice, startAppointments } from './fixture.ts';

let appointments: Appointments;
let here: Practice;
let elsewhere: Practice;
const ada = newPatient();
beforeAll(async () => {
  appointments = await startAppointments();
  here = await appointments.newPractice();
  elsewhere = await appointments.newPractice();
  for (const day of [3, 4, 40]) {
    for (const patient of [ada, newPatient()]) {
      await appointments.book(patient, here, { start: ahead(day, patient === ada ? '09:00' : '10:00') });
    }
  }
  await appointments.book(ada, elsewhere, { start: ahead(3, '18:00') });
});
afterAll(() => appointments.stop());

const treats = 'query ($pairs: [CarePairInput!]!) { treats(pairs: $pairs) }';

test('who treats whom is answered for all pairs in one statement, to SYSTEM alone', async () => {
  const patient = toGlobalId('Patient', ada.patient ?? '');
  const doctor = toGlobalId('Doctor', here.doctor);
  const clinic = toGlobalId('Clinic', here.clinic);
  const other = toGlobalId('Clinic', randomUUID());
  const pairs = [
    { patient, doctor },
    { patient, doctor: toGlobalId('Doctor', randomUUID()) },
    { patient, clinics: [other, clinic] },
    { patient, clinics: [other] },
    { patient, clinics: [] },
    { patient, doctor, clinics: [toGlobalId('Clinic', elsewhere.clinic)] },
    { patient: toGlobalId('Patient', randomUUID()), doctor },
    { patient },
  ];
  const { data, statements } = await appointments.execute(system, treats, { pairs });
  expect(data).toEqual({ treats: [true, false, true, false, false, false, false, false] });
  expect(statements).toHaveLength(1);
  const { errors } = await appointments.execute(viewerOf('ADMIN'), treats, { pairs });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a cancelled appointment links nobody', async () => {
  const patient = newPatient();
  const appointment = await appointments.book(patient, elsewhere, { start: ahead(50, '09:00') });
  const pairs = [
    { patient: toGlobalId('Patient', patient.patient ?? ''), doctor: toGlobalId('Doctor', elsewhere.doctor) },
  ];
  expect((await appointments.execute(system, treats, { pairs })).data).toEqual({ treats: [true] });
  await appointments.change(patient, 'cancelAppointment', { appointment });
  expect((await appointments.execute(system, treats, { pairs })).data).toEqual({ treats: [false] });
});

test('the snapshot has every relationship once, whatever the size of its portions', async () => {
  const snapshot = async (size: number) => {
    const all: unknown[] = [];
    for await (const portion of careRelationshipSnapshot(appointments.db, size)) {
      expect(portion.length).toBeLessThanOrEqual(size);
      all.push(...portion);
    }
    return all;
  };
  const whole = await snapshot(1_000);
  expect(await snapshot(2)).toEqual(whole);
  expect(whole).toContainEqual({
    patient: ada.patient,
    doctor: here.doctor,
    clinic: here.clinic,
    appointments: 3,
    at: expect.any(Date),
  });
});
