import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doctorOf, patientOf, staffOf, startRecords, type TestRecords, treat, uuidOf, viewerOf } from './fixture.ts';
import { codes, eventsOf, file, mutate as mutateRecords, userError } from './writing-fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());
beforeEach(() => {
  records.appointments.down = false;
  records.appointments.questions.length = 0;
});

const mutate = (viewer: Viewer, field: string, input: Readonly<Record<string, unknown>>) =>
  mutateRecords(records, viewer, field, input);

/** A doctor, and a patient they treat at a clinic. */
async function inCare() {
  const [doctor, patient, clinic] = [randomUUID(), randomUUID(), randomUUID()];
  await treat(records, { doctor, patient, clinic });
  const input = {
    patient: toGlobalId('Patient', patient),
    clinic: toGlobalId('Clinic', clinic),
    kind: 'CONSULTATION',
    title: 'First visit',
    note: 'said',
    diagnosis: 'found',
  };
  return { doctor, patient, clinic, viewer: doctorOf(doctor), input };
}

describe('createMedicalRecord', () => {
  test('writes the record, its first version, its attachments and an event of ids only', async () => {
    const { viewer, input, doctor, patient, clinic } = await inCare();
    const { medicalRecord, userErrors } = await mutate(viewer, 'createMedicalRecord', {
      ...input,
      attachments: [file],
    });
    expect(userErrors).toEqual([]);
    expect(medicalRecord).toMatchObject({
      version: 1,
      status: 'CURRENT',
      note: 'said',
      diagnosis: 'found',
      prescription: null,
      versions: { edges: [{ node: { number: 1, note: 'said', amendmentReason: null } }] },
      attachments: { edges: [{ node: { filename: 'blood.pdf', version: 1, sha256: 'ab'.repeat(32) } }] },
    });
    expect(await eventsOf(records, medicalRecord?.id ?? '')).toEqual([
      {
        aggregate_type: 'record',
        type: 'record.created',
        version: 1,
        payload: { patient, doctor, clinic, appointment: null },
      },
    ]);
  });

  test('is for doctors', async () => {
    const { input, patient, clinic } = await inCare();
    const others = [patientOf(patient), staffOf(clinic), viewerOf('ADMIN'), viewerOf('SYSTEM'), viewerOf('PARTNER')];
    for (const viewer of others) {
      expect(codes((await mutate(viewer, 'createMedicalRecord', input)).errors)).toEqual(['FORBIDDEN']);
    }
    const visitor = await mutate(viewerOf('ANONYMOUS'), 'createMedicalRecord', input);
    expect(codes(visitor.errors)).toEqual(['UNAUTHENTICATED']);
  });

  test('does not know a patient whom the doctor does not treat at the clinic', async () => {
    const { input, viewer } = await inCare();
    const stranger = await mutate(doctorOf(randomUUID()), 'createMedicalRecord', input);
    expect(stranger.userErrors).toEqual(userError('NOT_FOUND', 'patient'));
    const elsewhere = { ...input, clinic: toGlobalId('Clinic', randomUUID()) };
    const answer = await mutate(viewer, 'createMedicalRecord', elsewhere);
    expect(answer.userErrors).toEqual(userError('NOT_FOUND', 'patient'));
  });

  test('takes the owner’s word for a patient whom the doctor has treated for a moment', async () => {
    const { input, patient, clinic } = await inCare();
    const doctor = randomUUID();
    records.appointments.care.add(`${doctor} ${patient}`);
    const { medicalRecord } = await mutate(doctorOf(doctor), 'createMedicalRecord', input);
    expect(medicalRecord).toMatchObject({ version: 1, note: 'said' });
    expect(records.appointments.questions[0]).toEqual({
      pairs: [
        {
          doctor: toGlobalId('Doctor', doctor),
          patient: toGlobalId('Patient', patient),
          clinics: [toGlobalId('Clinic', clinic)],
        },
      ],
    });
  });

  test('takes an appointment of this doctor with this patient at this clinic, and no other', async () => {
    const { viewer, input, doctor, patient, clinic } = await inCare();
    const parties = { doctor, patient, clinic };
    const add = (owned: typeof parties) => {
      const appointment = randomUUID();
      records.appointments.parties.set(appointment, owned);
      return appointment;
    };
    const own = toGlobalId('Appointment', add(parties));
    const { medicalRecord } = await mutate(viewer, 'createMedicalRecord', { ...input, appointment: own });
    expect(await eventsOf(records, medicalRecord?.id ?? '')).toMatchObject([{ payload: { appointment: uuidOf(own) } }]);

    const foreign = [
      randomUUID(),
      add({ ...parties, doctor: randomUUID() }),
      add({ ...parties, patient: randomUUID() }),
      add({ ...parties, clinic: randomUUID() }),
    ];
    for (const appointment of foreign) {
      const given = { ...input, appointment: toGlobalId('Appointment', appointment) };
      const { userErrors } = await mutate(viewer, 'createMedicalRecord', given);
      expect(userErrors).toEqual(userError('NOT_FOUND', 'appointment'));
    }
  });

  test('says that appointments does not answer, and can be repeated with the same key once it does', async () => {
    const { viewer, input, ...parties } = await inCare();
    const appointment = randomUUID();
    records.appointments.parties.set(appointment, parties);
    const given = { ...input, appointment: toGlobalId('Appointment', appointment), idempotencyKey: 'again' };
    records.appointments.down = true;
    const failed = await mutate(viewer, 'createMedicalRecord', given);
    expect(codes(failed.errors)).toEqual(['SERVICE_UNAVAILABLE']);
    records.appointments.down = false;
    expect((await mutate(viewer, 'createMedicalRecord', given)).medicalRecord).toMatchObject({ version: 1 });
  });

  test('answers a repeated key with the first record, and refuses it with another input', async () => {
    const { viewer, input } = await inCare();
    const keyed = { ...input, idempotencyKey: 'once' };
    const first = await mutate(viewer, 'createMedicalRecord', keyed);
    const second = await mutate(viewer, 'createMedicalRecord', keyed);
    expect(second.medicalRecord?.id).toBe(first.medicalRecord?.id);
    const other = await mutate(viewer, 'createMedicalRecord', { ...keyed, note: 'something else' });
    expect(other.userErrors).toEqual(userError('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
  });

  test.each([
    [{ patient: 'nonsense' }, 'input.patient'],
    [{ clinic: toGlobalId('Patient', randomUUID()) }, 'input.clinic'],
    [{ appointment: 'nonsense' }, 'input.appointment'],
    [{ title: ' ' }, 'input.title'],
    [{ title: 'x'.repeat(201) }, 'input.title'],
    [{ note: 'x'.repeat(100_001) }, 'input.note'],
    [{ diagnosis: 'x'.repeat(10_001) }, 'input.diagnosis'],
    [{ prescription: 'x'.repeat(20_001) }, 'input.prescription'],
    [{ note: null, diagnosis: null }, 'input'],
    [{ attachments: Array.from({ length: 21 }, () => file) }, 'input.attachments'],
    [{ attachments: [file, { ...file, sha256: 'ab' }] }, 'input.attachments.1.sha256'],
    [{ attachments: [{ ...file, filename: '../etc/passwd' }] }, 'input.attachments.0.filename'],
    [{ attachments: [{ ...file, filename: 'a\nb' }] }, 'input.attachments.0.filename'],
    [{ attachments: [{ ...file, mediaType: 'pdf' }] }, 'input.attachments.0.mediaType'],
    [{ attachments: [{ ...file, byteSize: -1 }] }, 'input.attachments.0.byteSize'],
    [{ kind: 'GOSSIP' }, 'input.kind'],
    [{ idempotencyKey: 'x'.repeat(256) }, 'input.idempotencyKey'],
  ])('refuses %o at %s and writes nothing', async (wrong, argument) => {
    const { viewer, input, patient } = await inCare();
    const { errors } = await mutate(viewer, 'createMedicalRecord', { ...input, ...wrong });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument }),
    ]);
    const written = await records.db
      .selectFrom('medical_record')
      .select('id')
      .where('patient_id', '=', patient)
      .execute();
    expect(written).toEqual([]);
  });
});
