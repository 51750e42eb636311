// Generated from the migrations of schema appointments.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AppointmentTable {
  id: Generated<string>;
  starts_at: Date;
  ends_at: Date;
  schedule_id: string;
  doctor_id: string;
  patient_id: string;
  clinic_id: string;
  service_id: string;
  modality: string;
  status: string;
  reason: string | null;
  cancellation_reason: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AppointmentEventTable {
  appointment_id: string;
  seq: number;
  type: string;
  status_from: string | null;
  status_to: string;
  version: number;
  doctor_id: string;
  patient_id: string;
  clinic_id: string;
  starts_at: Date;
  ends_at: Date;
  previous_starts_at: Date | null;
  previous_ends_at: Date | null;
  actor_account: string | null;
  actor_role: string;
  override: string | null;
  occurred_at: Generated<Date>;
  position: GeneratedAlways<number>;
  committed_in: Generated<string>;
}

export interface AppointmentSeriesTable {
  id: Generated<string>;
  doctor_id: string;
  patient_id: string;
  clinic_id: string;
  service_id: string;
  modality: string;
  time_zone: string;
  starts_on: string;
  starts: string;
  every_weeks: number;
  count: number;
  version: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AppointmentSeriesOccurrenceTable {
  series_id: string;
  number: number;
  appointment_id: string;
}

export interface AvailabilityExceptionTable {
  id: Generated<string>;
  schedule_id: string;
  clinic_id: string | null;
  kind: string;
  during: string;
  reason: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AvailabilityRuleTable {
  id: Generated<string>;
  schedule_id: string;
  clinic_id: string;
  day_of_week: number;
  starts: string;
  ends: string;
  time_zone: string;
  modalities: Generated<string[]>;
  valid_from: string;
  valid_to: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  opens: GeneratedAlways<number>;
  closes: GeneratedAlways<number>;
}

export interface BookableServiceTable {
  service_id: string;
  clinic_id: string;
  specialization_id: string;
  duration_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  modalities: string[];
  status: string;
  version: number;
}

export interface ClinicDirectoryTable {
  clinic_id: string;
  time_zone: string;
  city: string;
  status: string;
  version: number;
}

export interface ConversationTable {
  appointment_id: string;
  patient_id: string;
  doctor_id: string;
  clinic_id: string;
  last_message_id: string;
  last_sent_at: Date;
}

export interface DoctorDirectoryTable {
  doctor_id: string;
  specialization_ids: Generated<string[]>;
  clinic_ids: Generated<string[]>;
  languages: Generated<string[]>;
  status: string;
  version: number;
}

export interface IdempotencyTable {
  principal: string;
  key: string;
  request_hash: Buffer;
  outcome: ColumnType<JsonValue | null, string | null, string | null>;
  created_at: Generated<Date>;
}

export interface MessageTable {
  id: Generated<string>;
  appointment_id: string;
  author_account: string;
  author_role: string;
  body: string;
  sent_at: Generated<Date>;
}

export interface MessageAllowanceTable {
  account_id: string;
  spent_until: Date;
}

export interface MessageReceiptTable {
  message_id: string;
  account_id: string;
  read_at: Generated<Date>;
  reader_role: string;
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

export interface ScheduleTable {
  id: Generated<string>;
  doctor_id: string;
  time_zone: string;
  slot_minutes: Generated<number>;
  minimum_notice_minutes: Generated<number>;
  planning_horizon_days: Generated<number>;
  max_overbooking: Generated<number>;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface SlotAllocationTable {
  appointment_id: string;
  schedule_id: string;
  lane: Generated<number>;
  during: string;
  patient_id: string | null;
  patient_lane: Generated<number>;
  visit: string | null;
  status: Generated<string>;
  expires_at: Date | null;
  created_at: Generated<Date>;
  held_by: string | null;
  hold_place: number | null;
}

export interface StreamEventTable {
  topic: string;
  position: number;
  previous: number;
  aggregate_type: string;
  aggregate_id: string;
  version: number;
  type: string;
  occurred_at: Date;
  written_at: Generated<Date>;
}

export interface StreamHeadTable {
  single: Generated<boolean>;
  position: number;
}

export interface VideoSessionTable {
  id: Generated<string>;
  appointment_id: string;
  provider: string | null;
  room: string | null;
  status: Generated<string>;
  opens_at: Date;
  closes_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface WaitlistEntryTable {
  id: Generated<string>;
  patient_id: string;
  doctor_id: string;
  clinic_id: string;
  service_id: string;
  period: string;
  status: Generated<string>;
  offered_appointment_id: string | null;
  offer_expires_at: Date | null;
  version: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  modality: string | null;
  place: number;
}

export interface WaitlistOfferTable {
  entry_id: string;
  appointment_id: string;
  visit: string;
  offered_at: Generated<Date>;
}

export interface Database {
  appointment: AppointmentTable;
  appointment_event: AppointmentEventTable;
  appointment_series: AppointmentSeriesTable;
  appointment_series_occurrence: AppointmentSeriesOccurrenceTable;
  availability_exception: AvailabilityExceptionTable;
  availability_rule: AvailabilityRuleTable;
  bookable_service: BookableServiceTable;
  clinic_directory: ClinicDirectoryTable;
  conversation: ConversationTable;
  doctor_directory: DoctorDirectoryTable;
  idempotency: IdempotencyTable;
  message: MessageTable;
  message_allowance: MessageAllowanceTable;
  message_receipt: MessageReceiptTable;
  outbox: OutboxTable;
  outbox_consumer: OutboxConsumerTable;
  outbox_delivery: OutboxDeliveryTable;
  schedule: ScheduleTable;
  slot_allocation: SlotAllocationTable;
  stream_event: StreamEventTable;
  stream_head: StreamHeadTable;
  video_session: VideoSessionTable;
  waitlist_entry: WaitlistEntryTable;
  waitlist_offer: WaitlistOfferTable;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
