import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer, Edges, Query, SentStatements } from '../kit/stack.ts';

type Input = Readonly<Record<string, unknown>>;
type Payload = Readonly<Record<string, { readonly id: string; readonly version: number } | null>>;

/** Called with the operation and the statements that it sent. */
export type OnSent = (operation: string, statements: SentStatements['texts']) => void;

const visits = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'].map((time) => {
  const day = Temporal.Now.plainDateISO('UTC').add({ days: 3 });
  return `${day.toString()}T${time}:00.000Z`;
});

/**
 * Sends each mutation of the API, most of them with everything that makes them send more statements: an idempotency
 * key, an expected version, rivals for a time. Whatever is refused that should not be fails.
 *
 * @returns the names of the mutations it sent
 */
export async function sendMutations(
  { admin, doctor, patient }: Readonly<Record<'admin' | 'doctor' | 'patient', Query>>,
  onSent: OnSent,
): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  const send = async (as: Query, mutation: string, input: Input, selection: string, codes: readonly string[]) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const operation = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code } } }`;
    const answer: Answer<Record<string, Payload & { userErrors: { code: string }[] }>> = await as(operation, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    expect(answer.errors, mutation).toBeUndefined();
    expect(
      answer.data?.[mutation]?.userErrors.map(({ code }) => code),
      mutation,
    ).toEqual(codes);
    sent.add(mutation);
    onSent(operation, answer.extensions?.sql?.texts ?? []);
    return answer.data?.[mutation];
  };
  /** The id of what a mutation made or changed. */
  const change = async (as: Query, mutation: string, noun: string, input: Input): Promise<string> =>
    (await send(as, mutation, input, `${noun} { id }`, []))?.[noun]?.id ?? '';

  const specialization = await change(admin, 'createSpecialization', 'specialization', { code: 'new', name: 'New' });
  await change(admin, 'updateSpecialization', 'specialization', { specialization, expectedVersion: 1, name: 'Newer' });
  const place = { addressLine: '1 Main Street', city: 'Madrid', country: 'ES', timeZone: 'UTC' };
  const clinic = await change(admin, 'createClinic', 'clinic', { name: 'New', ...place });
  await change(admin, 'updateClinic', 'clinic', { clinic, expectedVersion: 1, name: 'Newer' });
  const person = { givenName: 'Ana', familyName: 'Ruiz' };
  const places = { clinics: [clinic], specializations: [specialization] };
  const physician = await change(admin, 'createDoctor', 'doctor', { ...person, ...places });
  const colleague = await change(admin, 'createDoctor', 'doctor', { ...person, ...places });
  for (const kind of ['Clinics', 'Specializations'])
    for (const verb of ['remove', 'add'])
      await change(admin, 'updateDoctor', 'doctor', {
        doctor: colleague,
        [verb + kind]: kind === 'Clinics' ? [clinic] : [specialization],
      });
  const offer = {
    clinic,
    specialization,
    name: 'New',
    durationMinutes: 30,
    bufferAfterMinutes: 5,
    modalities: ['VIDEO'],
  };
  const service = await change(admin, 'createHealthcareService', 'healthcareService', offer);
  await change(admin, 'updateHealthcareService', 'healthcareService', { healthcareService: service, name: 'Newer' });

  const registration = { clinic, ...person, birthDate: '1980-05-17', timeZone: 'UTC' };
  const sick = await change(admin, 'registerPatient', 'patient', registration);
  await change(admin, 'updatePatient', 'patient', { patient: sick, expectedVersion: 1, city: 'Lima' });
  const somebody = { name: 'Eva', relationship: 'sister', phone: '+34911234567' };
  const patientContact = await change(admin, 'addPatientContact', 'patientContact', { patient: sick, ...somebody });
  await change(admin, 'updatePatientContact', 'patientContact', { patientContact, name: 'Luz' });
  await change(admin, 'removePatientContact', 'patient', { patientContact });
  await send(patient, 'updateNotificationPreferences', { sms: true }, 'notificationPreferences { sms }', []);

  const schedule = await change(admin, 'createSchedule', 'schedule', { doctor: physician, timeZone: 'UTC' });
  await change(admin, 'updateSchedule', 'schedule', { schedule, expectedVersion: 1, minimumNoticeMinutes: 0 });
  const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
  const rules: string[] = [];
  for (const dayOfWeek of week) {
    const hours = { schedule, clinic, dayOfWeek, startTime: '08:00', endTime: '18:00', modalities: ['VIDEO'] };
    rules.push(await change(admin, 'createAvailabilityRule', 'availabilityRule', hours));
  }
  const absence = { schedule, kind: 'UNAVAILABLE', start: '2040-01-01T00:00:00Z', end: '2040-01-02T00:00:00Z' };
  const availabilityException = await change(admin, 'createAvailabilityException', 'availabilityException', absence);

  const visit = { doctor: physician, clinic, service, modality: 'VIDEO', patient: sick };
  const book = (start = '', more: Input = {}) =>
    change(admin, 'bookAppointment', 'appointment', { ...visit, start, reason: 'why', ...more });
  const appointment = await book(visits[0]);
  await send(admin, 'bookAppointment', { ...visit, start: visits[0] }, 'appointment { id }', ['SLOT_TAKEN']);
  await book(visits[0], { overbook: true, overridePatientConflict: true });
  await change(admin, 'rescheduleAppointment', 'appointment', { appointment, expectedVersion: 1, start: visits[1] });
  await change(admin, 'cancelAppointment', 'appointment', { appointment, reason: 'why' });
  const kept = await book(visits[2]);
  const missed = await book(visits[3]);
  const toHold = { ...visit, start: visits[4] };
  const hold = await change(admin, 'holdSlot', 'slotHold', toHold);
  await send(admin, 'holdSlot', { ...visit, start: visits[5] }, 'slotHold { id }', ['HOLD_EXISTS']);
  await change(admin, 'bookAppointment', 'appointment', { hold, reason: 'why' });
  const slotHold = await change(admin, 'holdSlot', 'slotHold', { ...visit, start: visits[5] });
  await change(admin, 'releaseHold', 'appointment', { slotHold });
  const wait = { doctor: physician, service, patient: sick, from: visits[0], to: visits[5] };
  const waitlistEntry = await change(admin, 'joinWaitlist', 'waitlistEntry', wait);
  await send(admin, 'joinWaitlist', wait, 'waitlistEntry { id }', ['ALREADY_WAITING']);
  await change(admin, 'leaveWaitlist', 'waitlistEntry', { waitlistEntry });

  const series = { ...visit, start: visits[6], reason: 'why', recurrence: { count: 3 } };
  const appointmentSeries = await change(admin, 'bookAppointmentSeries', 'appointmentSeries', series);
  const refused = 'conflicts { code }';
  await send(admin, 'bookAppointmentSeries', { ...series, conflicts: 'SKIP' }, refused, ['SERIES_CONFLICT']);
  const recurring = await admin<{ appointmentSeries: { appointments: Edges<{ id: string }> } }>(
    `{ appointmentSeries(id: "${appointmentSeries}") { appointments(first: 1) { edges { node { id } } } } }`,
  );
  const first = recurring.data?.appointmentSeries.appointments.edges[0]?.node.id;
  const following = { appointment: first, scope: 'THIS_AND_FOLLOWING' };
  const moved = { ...following, expectedVersion: 1, start: visits[7] };
  await change(admin, 'rescheduleAppointmentSeries', 'appointmentSeries', moved);
  await change(admin, 'cancelAppointmentSeries', 'appointmentSeries', { ...following, reason: 'why' });

  await change(admin, 'updateAvailabilityException', 'availabilityException', { availabilityException, reason: 'why' });
  await send(admin, 'deleteAvailabilityException', { availabilityException }, 'affectedAppointmentCount', []);
  const [availabilityRule] = rules;
  await change(admin, 'updateAvailabilityRule', 'availabilityRule', { availabilityRule, startTime: '07:00' });
  await send(admin, 'deleteAvailabilityRule', { availabilityRule }, 'affectedAppointmentCount', []);

  for (const step of ['markAppointmentArrived', 'checkInAppointment', 'fulfilAppointment'])
    await change(admin, step, 'appointment', { appointment: kept });
  await change(admin, 'markAppointmentNoShow', 'appointment', { appointment: missed });
  await change(admin, 'reviveAppointment', 'appointment', { appointment: missed });
  await change(admin, 'markAppointmentEnteredInError', 'appointment', { appointment: kept });

  const treated = await doctor<{ appointments: Edges<Readonly<Record<string, { id: string }>> & { id: string }> }>(
    '{ appointments(first: 1, filter: { status: [FULFILLED] }) { edges { node { id patient { id } clinic { id } } } } }',
  );
  const of = treated.data?.appointments.edges[0]?.node;
  const about = { appointment: of?.id };
  const message = await change(doctor, 'sendMessage', 'message', { ...about, body: 'what' });
  await change(doctor, 'markMessagesRead', 'message', { ...about, upTo: message });
  const medicalRecord = await change(doctor, 'createMedicalRecord', 'medicalRecord', {
    patient: of?.['patient']?.id,
    clinic: of?.['clinic']?.id,
    appointment: of?.id,
    kind: 'CONSULTATION',
    title: 'Visit',
    note: 'what',
    attachments: [{ filename: 'a.pdf', mediaType: 'application/pdf', byteSize: 1, sha256: 'ab'.repeat(32) }],
  });
  const amendment = { medicalRecord, expectedVersion: 1, reason: 'why', note: 'that' };
  await change(doctor, 'amendMedicalRecord', 'medicalRecord', amendment);
  await send(doctor, 'amendMedicalRecord', amendment, 'medicalRecord { id }', ['VERSION_CONFLICT']);
  await change(doctor, 'markMedicalRecordEnteredInError', 'medicalRecord', { medicalRecord, reason: 'why' });
  return sent;
}
