// Generated from the migrations of schema records.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccessLogTable {
  id: GeneratedAlways<number>;
  at: Generated<Date>;
  account: string;
  role: string;
  patient_id: string;
  record_id: string | null;
  operation: string;
  request_id: string;
  outcome: string;
}

export interface AttachmentTable {
  id: Generated<string>;
  record_id: string;
  version: number;
  filename: string;
  media_type: string;
  byte_size: number;
  sha256: Buffer;
  created_at: Generated<Date>;
}

export interface CareRelationshipTable {
  doctor_id: string;
  patient_id: string;
  clinic_id: string;
  appointments: number;
  first_at: Date;
}

export interface IdempotencyTable {
  principal: string;
  key: string;
  request_hash: Buffer;
  outcome: ColumnType<JsonValue | null, string | null, string | null>;
  created_at: Generated<Date>;
}

export interface MedicalRecordTable {
  id: Generated<string>;
  recorded_at: Date;
  patient_id: string;
  doctor_id: string;
  clinic_id: string;
  appointment_id: string | null;
  kind: string;
  title: string;
  status: Generated<string>;
  version: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface MedicalRecordVersionTable {
  record_id: string;
  version: number;
  note: string | null;
  diagnosis: string | null;
  prescription: string | null;
  amendment_reason: string | null;
  author_account: string;
  author_doctor: string | null;
  created_at: Generated<Date>;
}

export interface OutboxTable {
  id: GeneratedAlways<number>;
  aggregate_type: string;
  aggregate_id: string;
  version: number;
  type: string;
  payload: ColumnType<JsonValue, string | undefined, string>;
  occurred_at: Generated<Date>;
}

export interface OutboxConsumerTable {
  name: string;
  event_types: string[];
  registered_at: Generated<Date>;
}

export interface OutboxDeliveryTable {
  consumer: string;
  outbox_id: number;
  aggregate_id: string;
  state: Generated<string>;
  attempts: Generated<number>;
  next_attempt_at: Generated<Date>;
  last_error: string | null;
}

export interface Database {
  access_log: AccessLogTable;
  attachment: AttachmentTable;
  care_relationship: CareRelationshipTable;
  idempotency: IdempotencyTable;
  medical_record: MedicalRecordTable;
  medical_record_version: MedicalRecordVersionTable;
  outbox: OutboxTable;
  outbox_consumer: OutboxConsumerTable;
  outbox_delivery: OutboxDeliveryTable;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
