// Generated from the migrations of schema identity.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccountTable {
  id: Generated<string>;
  email: string;
  password_hash: string | null;
  role: string;
  status: Generated<string>;
  display_name: string;
  patient_id: string | null;
  doctor_id: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AccountClinicTable {
  account_id: string;
  clinic_id: string;
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

export interface Database {
  account: AccountTable;
  account_clinic: AccountClinicTable;
  idempotency: IdempotencyTable;
  outbox: OutboxTable;
  outbox_consumer: OutboxConsumerTable;
  outbox_delivery: OutboxDeliveryTable;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
