// Generated from the migrations of schema patients.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface CareRelationshipTable {
  doctor_id: string;
  patient_id: string;
  clinic_id: string;
  appointments: number;
  first_at: Date;
}

export interface ClinicRegistrationTable {
  clinic_id: string;
  patient_id: string;
  registered_at: Generated<Date>;
}

export interface IdempotencyTable {
  principal: string;
  key: string;
  request_hash: Buffer;
  outcome: ColumnType<JsonValue | null, string | null, string | null>;
  created_at: Generated<Date>;
}

export interface NotificationPreferencesTable {
  patient_id: string;
  email: Generated<boolean>;
  sms: Generated<boolean>;
  quiet_from: string | null;
  quiet_to: string | null;
  version: Generated<number>;
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

export interface PatientTable {
  id: Generated<string>;
  given_name: string;
  family_name: string;
  birth_date: string;
  gender: Generated<string>;
  email: string | null;
  phone: string | null;
  language: Generated<string>;
  time_zone: string;
  address_line: string | null;
  city: string | null;
  postal_code: string | null;
  country: string | null;
  medical_history: ColumnType<JsonValue | null, string | null, string | null>;
  status: Generated<string>;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface PatientContactTable {
  id: Generated<string>;
  patient_id: string;
  name: string;
  relationship: string;
  phone: string | null;
  email: string | null;
  created_at: Generated<Date>;
}

export interface Database {
  care_relationship: CareRelationshipTable;
  clinic_registration: ClinicRegistrationTable;
  idempotency: IdempotencyTable;
  notification_preferences: NotificationPreferencesTable;
  outbox: OutboxTable;
  outbox_consumer: OutboxConsumerTable;
  outbox_delivery: OutboxDeliveryTable;
  patient: PatientTable;
  patient_contact: PatientContactTable;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
