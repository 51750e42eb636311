import type { Booking } from './appointments.ts';
import { day } from './calendar.ts';
import type { Sowing } from './sowing.ts';

export interface RecordWriter {
  /** Writes what the doctor noted of a visit that took place. */
  write(appointment: string, booking: Booking): void;
}

const results = [
  { kind: 'lab_result', title: 'Blood count', filename: 'blood-count.pdf', mediaType: 'application/pdf' },
  { kind: 'imaging', title: 'Ultrasound', filename: 'ultrasound.dcm', mediaType: 'application/dicom' },
] as const;

export function createRecordWriter({ writer, random, now }: Sowing): RecordWriter {
  const record = writer.table('records.medical_record', [
    'id',
    'recorded_at',
    'patient_id',
    'doctor_id',
    'clinic_id',
    'appointment_id',
    'kind',
    'title',
    'version',
    'created_by',
    'created_at',
    'updated_at',
  ]);
  const version = writer.table('records.medical_record_version', [
    'record_id',
    'version',
    'note',
    'diagnosis',
    'prescription',
    'amendment_reason',
    'author_account',
    'author_doctor',
    'created_at',
  ]);
  const attachment = writer.table('records.attachment', [
    'id',
    'record_id',
    'version',
    'filename',
    'media_type',
    'byte_size',
    'sha256',
    'created_at',
  ]);
  const access = writer.table('records.access_log', [
    'at',
    'account',
    'role',
    'patient_id',
    'record_id',
    'operation',
    'request_id',
    'outcome',
  ]);
  const readSince = now.getTime() - 30 * day;

  interface Text {
    readonly kind: string;
    readonly title: string;
    readonly note: string;
    readonly diagnosis: string | null;
    readonly prescription: string | null;
    readonly amendedNote?: string;
  }

  function write(appointment: string, { doctor, patient, clinic, visit }: Booking, text: Text): string {
    const recordedAt = new Date(visit.to);
    const amendedAt = new Date(visit.to + Math.floor(random.fraction() * (now.getTime() - visit.to)));
    const id = random.uuid(recordedAt.getTime());
    const amended = text.amendedNote !== undefined;
    record({
      id,
      recorded_at: recordedAt,
      patient_id: patient.id,
      doctor_id: doctor.id,
      clinic_id: clinic.id,
      appointment_id: appointment,
      kind: text.kind,
      title: text.title,
      version: amended ? 2 : 1,
      created_by: doctor.account,
      created_at: recordedAt,
      updated_at: amended ? amendedAt : recordedAt,
    });
    const said = { record_id: id, author_account: doctor.account, author_doctor: doctor.id };
    const { note, diagnosis, prescription } = text;
    version({ ...said, version: 1, note, diagnosis, prescription, amendment_reason: null, created_at: recordedAt });
    if (text.amendedNote !== undefined) {
      version({
        ...said,
        version: 2,
        note: text.amendedNote,
        diagnosis,
        prescription,
        amendment_reason: 'A result came in after the visit',
        created_at: amendedAt,
      });
    }
    if (recordedAt.getTime() > readSince) {
      access({
        at: recordedAt,
        account: doctor.account,
        role: 'DOCTOR',
        patient_id: patient.id,
        record_id: id,
        operation: 'PatientRecords',
        request_id: `seed-${id}`,
        outcome: 'granted',
      });
    }
    return id;
  }

  return {
    write(appointment, booking) {
      const { note, diagnosis, prescription } = booking.clinicalCase;
      const { name } = booking.service.specialization.template;
      const amendment = random.chance(0.05) ? { amendedNote: `${note} Addendum: result unremarkable.` } : {};
      write(appointment, booking, { kind: 'consultation', title: name, note, diagnosis, prescription, ...amendment });

      if (!random.chance(0.08)) return;
      const { kind, title, filename, mediaType } = random.pick(results);
      const id = write(appointment, booking, {
        kind,
        title,
        note: 'Within the normal range.',
        diagnosis: null,
        prescription: null,
      });
      const createdAt = new Date(booking.visit.to);
      attachment({
        id: random.uuid(createdAt.getTime()),
        record_id: id,
        version: 1,
        filename,
        media_type: mediaType,
        byte_size: random.integer(20_000, 4_000_000),
        sha256: `\\x${random.uuid(0).replaceAll('-', '')}${random.uuid(0).replaceAll('-', '')}`,
        created_at: createdAt,
      });
    },
  };
}
