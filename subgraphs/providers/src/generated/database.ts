// Generated from the migrations of schema providers.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface ClinicTable {
  id: Generated<string>;
  name: string;
  address_line: string;
  city: string;
  region: string | null;
  postal_code: string | null;
  country: string;
  time_zone: string;
  phone: string | null;
  email: string | null;
  status: Generated<string>;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface DoctorTable {
  id: Generated<string>;
  title: string | null;
  given_name: string;
  family_name: string;
  languages: Generated<string[]>;
  biography: string | null;
  email: string | null;
  phone: string | null;
  status: Generated<string>;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface DoctorClinicTable {
  doctor_id: string;
  clinic_id: string;
}

export interface DoctorSpecializationTable {
  doctor_id: string;
  specialization_id: string;
}

export interface HealthcareServiceTable {
  id: Generated<string>;
  clinic_id: string;
  specialization_id: string;
  name: string;
  description: string | null;
  duration_minutes: number;
  buffer_before_minutes: Generated<number>;
  buffer_after_minutes: Generated<number>;
  modalities: Generated<string[]>;
  status: Generated<string>;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface IdempotencyTable {
  principal: string;
  key: string;
  request_hash: Buffer;
  outcome: ColumnType<JsonValue | null, string | null, string | null>;
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

export interface SpecializationTable {
  id: Generated<string>;
  code: string;
  name: string;
  description: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface Database {
  clinic: ClinicTable;
  doctor: DoctorTable;
  doctor_clinic: DoctorClinicTable;
  doctor_specialization: DoctorSpecializationTable;
  healthcare_service: HealthcareServiceTable;
  idempotency: IdempotencyTable;
  outbox: OutboxTable;
  outbox_consumer: OutboxConsumerTable;
  outbox_delivery: OutboxDeliveryTable;
  specialization: SpecializationTable;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
