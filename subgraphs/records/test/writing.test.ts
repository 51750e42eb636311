import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  doctorOf,
  insertRecord,
  nodesOf,
  type Page,
  patientOf,
  staffOf,
  startRecords,
  type TestRecords,
  treat,
  uuidOf,
  viewerOf,
} from './fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());
beforeEach(() => {
  records.appointments.down = false;
  records.appointments.questions.length = 0;
});

interface Answer {
  readonly medicalRecord: {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly note: string | null;
    readonly diagnosis: string | null;
    readonly prescription: string | null;
    readonly versions: Page<{ number: number; note: string | null; amendmentReason: string | null }>;
    readonly attachments: Page<{ filename: string | null; version: number; sha256: string }>;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

async function mutate(viewer: Viewer, field: string, input: Readonly<Record<string, unknown>>) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) {
    medicalRecord {
      id version status note diagnosis prescription
      versions { edges { node { number note amendmentReason } } }
      attachments { edges { node { filename version sha256 } } }
    }
    userErrors { code field message }
  } }`;
  const { data, errors } = await records.execute<Record<string, Answer | undefined>>(viewer, query, { input });
  return { ...data[field], errors };
}

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

const file = { filename: 'blood.pdf', mediaType: 'application/pdf', byteSize: 12, sha256: 'AB'.repeat(32) };
const userError = (code: string, ...field: string[]) => [expect.objectContaining({ code, field: ['input', ...field] })];
const codes = (errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]) =>
  errors.map(({ extensions }) => extensions['code']);

const eventsOf = (record: string) =>
  records.db
    .selectFrom('outbox')
    .select(['aggregate_type', 'type', 'version', 'payload'])
    .where('aggregate_id', '=', uuidOf(record))
    .orderBy('id')
    .execute();

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
    expect(await eventsOf(medicalRecord?.id ?? '')).toEqual([
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
    expect(await eventsOf(medicalRecord?.id ?? '')).toMatchObject([{ payload: { appointment: uuidOf(own) } }]);

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

describe('amendMedicalRecord', () => {
  test('adds a version: texts left out stay, texts given as null go, and the old version keeps them all', async () => {
    const record = await insertRecord(records, { note: 'first' });
    const { medicalRecord } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', {
      medicalRecord: record.globalId,
      expectedVersion: 1,
      reason: 'typo',
      note: 'second',
      prescription: null,
      attachments: [file],
    });
    expect(medicalRecord).toMatchObject({ version: 2, note: 'second', diagnosis: 'a diagnosis', prescription: null });
    expect(medicalRecord && nodesOf(medicalRecord.versions)).toEqual([
      { number: 2, note: 'second', amendmentReason: 'typo' },
      { number: 1, note: 'first', amendmentReason: null },
    ]);
    expect(medicalRecord && nodesOf(medicalRecord.attachments)).toMatchObject([{ filename: 'blood.pdf', version: 2 }]);
    expect(await eventsOf(record.globalId)).toMatchObject([{ type: 'record.amended', version: 2 }]);
  });

  test('is also for a doctor who treats the patient, who is then the version’s author', async () => {
    const record = await insertRecord(records);
    const doctor = randomUUID();
    await treat(records, { doctor, patient: record.patient_id });
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'more', note: 'second opinion' };
    expect((await mutate(doctorOf(doctor), 'amendMedicalRecord', input)).medicalRecord?.version).toBe(2);

    const query = '($id: ID!) { medicalRecord(id: $id) { versions { edges { node { author { id } } } } } }';
    const { data } = await records.execute<{ medicalRecord: { versions: Page<{ author: { id: string } }> } }>(
      patientOf(record.patient_id),
      `query ${query}`,
      { id: record.globalId },
    );
    const authors = nodesOf(data.medicalRecord.versions).map(({ author }) => uuidOf(author.id));
    expect(authors).toEqual([doctor, record.doctor_id]);
  });

  test('is for no one else, and hints at nothing to a doctor who may not see the record', async () => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'because', note: 'changed' };
    for (const viewer of [patientOf(record.patient_id), staffOf(record.clinic_id), viewerOf('ADMIN')]) {
      expect(codes((await mutate(viewer, 'amendMedicalRecord', input)).errors)).toEqual(['FORBIDDEN']);
    }
    const hidden = await mutate(doctorOf(randomUUID()), 'amendMedicalRecord', input);
    const missing = await mutate(doctorOf(randomUUID()), 'amendMedicalRecord', {
      ...input,
      medicalRecord: toGlobalId('MedicalRecord', randomUUID()),
    });
    expect(hidden.userErrors).toEqual(userError('NOT_FOUND', 'medicalRecord'));
    expect(hidden).toEqual(missing);
  });

  test('is refused at another version than the one that was read', async () => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 2, reason: 'because', note: 'changed' };
    const { userErrors } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', input);
    expect(userErrors).toEqual(userError('VERSION_CONFLICT', 'expectedVersion'));
  });

  test('two amendments in one operation each answer with their own version', async () => {
    const record = await insertRecord(records);
    const amend = (version: number) => `amendMedicalRecord(input: {
      medicalRecord: "${record.globalId}", expectedVersion: ${version}, reason: "more", note: "note ${version + 1}"
    }) { medicalRecord { version note versions { totalCount } } }`;
    const { data } = await records.execute(
      doctorOf(record.doctor_id),
      `mutation { second: ${amend(1)} third: ${amend(2)} }`,
    );
    expect(data).toEqual({
      second: { medicalRecord: { version: 2, note: 'note 2', versions: { totalCount: 2 } } },
      third: { medicalRecord: { version: 3, note: 'note 3', versions: { totalCount: 3 } } },
    });
  });

  test.each([
    [{ reason: '' }, 'input.reason'],
    [{ reason: 'x'.repeat(1_001) }, 'input.reason'],
    [{ expectedVersion: 0 }, 'input.expectedVersion'],
    [{ note: undefined }, 'input'],
    [{ note: '' }, 'input.note'],
    [{ medicalRecord: 'nonsense' }, 'input.medicalRecord'],
  ])('refuses %o at %s', async (wrong, argument) => {
    const record = await insertRecord(records);
    const input = { medicalRecord: record.globalId, expectedVersion: 1, reason: 'because', note: 'changed', ...wrong };
    const { errors } = await mutate(doctorOf(record.doctor_id), 'amendMedicalRecord', input);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument }),
    ]);
  });
});

describe('markMedicalRecordEnteredInError', () => {
  const mark = (viewer: Viewer, medicalRecord: string, more = {}) =>
    mutate(viewer, 'markMedicalRecordEnteredInError', { medicalRecord, reason: 'another patient', ...more });

  test('keeps the record, with a last version that says why', async () => {
    const record = await insertRecord(records, { note: 'kept' });
    const { medicalRecord } = await mark(doctorOf(record.doctor_id), record.globalId);
    expect(medicalRecord).toMatchObject({ status: 'ENTERED_IN_ERROR', version: 2, note: 'kept' });
    expect(medicalRecord && nodesOf(medicalRecord.versions)[0]).toMatchObject({ amendmentReason: 'another patient' });
    expect(await eventsOf(record.globalId)).toMatchObject([{ type: 'record.entered_in_error', version: 2 }]);
  });

  test('is for ADMIN too, who still reads no text', async () => {
    const record = await insertRecord(records, { note: 'secret' });
    const { medicalRecord } = await mark(viewerOf('ADMIN'), record.globalId);
    expect(medicalRecord).toMatchObject({ status: 'ENTERED_IN_ERROR', note: null });
    expect(JSON.stringify(medicalRecord)).not.toMatch(/secret|another patient/);
  });

  test('is not for those who only treat the patient, nor for anyone else', async () => {
    const record = await insertRecord(records);
    const doctor = randomUUID();
    await treat(records, { doctor, patient: record.patient_id });
    for (const viewer of [doctorOf(doctor), patientOf(record.patient_id), staffOf(record.clinic_id)]) {
      expect(codes((await mark(viewer, record.globalId)).errors)).toEqual(['FORBIDDEN']);
    }
    const hidden = await mark(doctorOf(randomUUID()), record.globalId);
    expect(hidden.userErrors).toEqual(userError('NOT_FOUND', 'medicalRecord'));
  });

  test('is the end: nothing changes the record any more', async () => {
    const record = await insertRecord(records);
    const viewer = doctorOf(record.doctor_id);
    await mark(viewer, record.globalId, { expectedVersion: 1 });
    const refused = userError('ENTERED_IN_ERROR', 'medicalRecord');
    expect((await mark(viewer, record.globalId)).userErrors).toEqual(refused);
    const input = { medicalRecord: record.globalId, expectedVersion: 2, reason: 'because', note: 'changed' };
    expect((await mutate(viewer, 'amendMedicalRecord', input)).userErrors).toEqual(refused);
  });

  test('is refused at another version than the one that was read', async () => {
    const record = await insertRecord(records);
    const { userErrors } = await mark(doctorOf(record.doctor_id), record.globalId, { expectedVersion: 9 });
    expect(userErrors).toEqual(userError('VERSION_CONFLICT', 'expectedVersion'));
  });
});
