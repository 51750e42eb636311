import type { StreamField } from '@consulta/platform/stream/open-stream';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { AppointmentRow } from '../appointment/columns.ts';
import type { AppointmentEventRow } from '../appointment/event-queries.ts';
import type { SeriesRow } from '../series/columns.ts';
import type { ToldUpdate } from '../appointment-update/told-update.ts';
import type { ToldChange } from '../availability-change/told-change.ts';
import type { ExceptionRow } from '../availability-exception/columns.ts';
import type { RuleRow } from '../availability-rule/columns.ts';
import type { Reference } from '../reference/reference.ts';
import type { ConversationRow } from '../message/inbox-columns.ts';
import type { InboxUpdateSource, MessageUpdateSource } from '../message/update.ts';
import type { MessageRow } from '../message/columns.ts';
import type { ScheduleRow } from '../schedule/columns.ts';
import type { OfferedSlot } from '../availability/slots.ts';
import type { HoldRow } from '../hold/columns.ts';
import type { VideoSessionRow } from '../video-session/queries.ts';
import type { ToldSession } from '../video-session/told-session.ts';
import type { Viewer as SignedViewer } from '@consulta/platform/viewer/viewer';
import type { WaitlistRow } from '../waitlist/columns.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339 text with an offset, for example `2026-03-29T09:30:00Z`. */
  DateTime: { input: Date; output: Date | string; }
  /** A calendar date as `YYYY-MM-DD`, without a time zone. */
  Date: { input: string; output: string; }
  /** A wall-clock time as `HH:MM`, without a date or a time zone. */
  LocalTime: { input: string; output: string; }
  /** What clocks on the wall show, as `YYYY-MM-DDTHH:MM`, without a time zone. */
  LocalDateTime: { input: string; output: string; }
  /** A time zone by its IANA name, for example `Europe/Madrid`. */
  TimeZone: { input: string; output: string; }
};

/** What can be read. What you may not see is null or absent, as if it were not there. */
export type Query = {
  /** An appointment by its id; null where there is none that you may see. */
  readonly appointment: Maybe<Appointment>;
  /** The appointments that you may see: your own, those with you as the doctor, those of your clinics, or all. */
  readonly appointments: AppointmentConnection;
  /** Whether each pair is linked by an appointment that is not cancelled, held or entered in error. For SYSTEM. */
  readonly treats: ReadonlyArray<Scalars['Boolean']['output']>;
  /** The running holds of which you may see the appointments, those that run out first coming first. */
  readonly slotHolds: SlotHoldConnection;
  /** Who you are; null where you are not signed in. */
  readonly viewer: Maybe<Viewer>;
  /** A schedule by its id; null where there is none that you may see. */
  readonly schedule: Maybe<Schedule>;
  /**
   * Free times of all doctors, earliest first: whoever gives what is looked for, where and when it is looked for. Times are
   * right in the zone of each clinic. For everybody.
   */
  readonly searchAvailability: AvailabilityConnection;
  /** A series of appointments by its id; null where there is none that you may see. */
  readonly appointmentSeries: Maybe<AppointmentSeries>;
  /**
   * How far what subscriptions tell has come. Ask for it first, then read what you show, then subscribe with it as `after`:
   * nothing that happens meanwhile is missed.
   */
  readonly updatesCursor: Scalars['String']['output'];
  /** The events after a position in each of some topics, those of a topic in order. For SYSTEM. */
  readonly streamEvents: ReadonlyArray<StreamEvent>;
  /** The newest position of each topic, in order; 0 for one without events. For SYSTEM. */
  readonly streamHeads: ReadonlyArray<StreamHead>;
  /** The topics that have events after a position, with these events' positions, in order. For SYSTEM. */
  readonly streamNews: ReadonlyArray<StreamHead>;
  /** What is kept of all topics. For SYSTEM. */
  readonly streamBounds: StreamBounds;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryAppointmentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  orderBy: AppointmentOrder;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryTreatsArgs = {
  pairs: ReadonlyArray<CarePairInput>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QuerySlotHoldsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SlotHoldFilter>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryScheduleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QuerySearchAvailabilityArgs = {
  filter: AvailabilityFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryAppointmentSeriesArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryStreamEventsArgs = {
  streams: ReadonlyArray<StreamPosition>;
  first: Scalars['Int']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryStreamHeadsArgs = {
  topics: ReadonlyArray<Scalars['String']['input']>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryStreamNewsArgs = {
  after: Scalars['Float']['input'];
  first: Scalars['Int']['input'];
};

/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type Mutation = {
  /**
   * Takes time from a schedule or adds some. Appointments already booked stay. For ADMIN, the doctor and STAFF of the clinic;
   * an absence from all clinics is not for STAFF.
   */
  readonly createAvailabilityException: CreateAvailabilityExceptionPayload;
  /** Changes an exception; fields left out stay as they are. Appointments already booked stay. For those who may create it. */
  readonly updateAvailabilityException: UpdateAvailabilityExceptionPayload;
  /** Removes an exception. Appointments already booked stay. For those who may create it. */
  readonly deleteAvailabilityException: DeleteAvailabilityExceptionPayload;
  /** Gives a doctor weekly time at a clinic. For ADMIN, the doctor and STAFF of the clinic. */
  readonly createAvailabilityRule: CreateAvailabilityRulePayload;
  /**
   * Changes a rule; fields left out stay as they are. Appointments already booked stay, also where the rule no longer
   * covers them. For ADMIN, the doctor and STAFF of the clinic.
   */
  readonly updateAvailabilityRule: UpdateAvailabilityRulePayload;
  /** Removes a rule. Appointments already booked stay. For ADMIN, the doctor and STAFF of the clinic. */
  readonly deleteAvailabilityRule: DeleteAvailabilityRulePayload;
  /**
   * Books a visit: a free time, or one that is held. For the patient, the doctor (into their own schedule), STAFF of the clinic and ADMIN. Of those who race
   * for one time one gets it, the others are told SLOT_TAKEN.
   */
  readonly bookAppointment: BookAppointmentPayload;
  /**
   * Moves a booked appointment to another time, and to another doctor, clinic or service where these are given. For the
   * patient until it begins, the doctor, STAFF of the clinic and ADMIN.
   */
  readonly rescheduleAppointment: RescheduleAppointmentPayload;
  /**
   * Holds a free time for some minutes, while its visit is being decided on. For those who may book it. A patient holds one
   * time of a doctor; PATIENT hold 3 times at once, others 20.
   */
  readonly holdSlot: HoldSlotPayload;
  /** Gives a held time back at once. For the patient, the doctor, STAFF of the clinic and ADMIN. */
  readonly releaseHold: ReleaseHoldPayload;
  /**
   * Writes to the other side of an appointment. For the patient, the doctor and STAFF of the clinic; to an appointment
   * that was booked, also when it has taken place or was cancelled: not to a hold, nor to one entered in error.
   */
  readonly sendMessage: SendMessagePayload;
  /**
   * Tells the other side that its messages were read, up to one and with it. For the patient, the doctor and STAFF of the
   * clinic; doing it again changes nothing.
   */
  readonly markMessagesRead: MarkMessagesReadPayload;
  /** Sets up a doctor's schedule; it offers no time until it has rules. For ADMIN, the doctor and STAFF of the doctor's clinics. */
  readonly createSchedule: CreateSchedulePayload;
  /**
   * Changes how a doctor plans; fields left out stay as they are, and so do appointments already booked. For ADMIN, the
   * doctor and STAFF of the doctor's clinics.
   */
  readonly updateSchedule: UpdateSchedulePayload;
  /**
   * Books visits that recur at the same local time, whatever clocks do. For the patient, the doctor (into their own
   * schedule), STAFF of the clinic and ADMIN.
   */
  readonly bookAppointmentSeries: BookAppointmentSeriesPayload;
  /**
   * Cancels one appointment of a series, it and those that follow, or all; those that have begun or ended stay. For the
   * patient, the doctor, STAFF of the clinic and ADMIN.
   */
  readonly cancelAppointmentSeries: CancelAppointmentSeriesPayload;
  /**
   * Moves one appointment of a series, it and those that follow, or all: each by as many days and to a time of day as much
   * later or earlier as the named one. All of them or none; those that have begun, ended or were cancelled stay. For the
   * patient, the doctor, STAFF of the clinic and ADMIN.
   */
  readonly rescheduleAppointmentSeries: RescheduleAppointmentSeriesPayload;
  /**
   * Cancels an appointment and frees its time. For the patient until it begins, the doctor, STAFF of the clinic and
   * ADMIN.
   */
  readonly cancelAppointment: CancelAppointmentPayload;
  /** The patient is there. For the doctor, STAFF of the clinic and ADMIN. */
  readonly markAppointmentArrived: MarkAppointmentArrivedPayload;
  /** The patient's arrival is recorded in full. For the doctor, STAFF of the clinic and ADMIN. */
  readonly checkInAppointment: CheckInAppointmentPayload;
  /** The visit took place. For the doctor, STAFF of the clinic and ADMIN. */
  readonly fulfilAppointment: FulfilAppointmentPayload;
  /** The patient did not come: frees the time. For the doctor, STAFF of the clinic and ADMIN. */
  readonly markAppointmentNoShow: MarkAppointmentNoShowPayload;
  /**
   * The patient came after all, at most 2 hours after the planned start. Its time must still be free. For STAFF of the
   * clinic and ADMIN.
   */
  readonly reviveAppointment: ReviveAppointmentPayload;
  /** The appointment should never have been recorded: frees the time. For STAFF of the clinic and ADMIN. */
  readonly markAppointmentEnteredInError: MarkAppointmentEnteredInErrorPayload;
  /**
   * Puts a patient on a doctor's waitlist: times that become free are offered in the order of joining. For those who may
   * book. A patient waits for 10 visits at most.
   */
  readonly joinWaitlist: JoinWaitlistPayload;
  /** Takes a patient off a waitlist, with what is offered. For the patient, the doctor, STAFF of the clinic and ADMIN. */
  readonly leaveWaitlist: LeaveWaitlistPayload;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateAvailabilityExceptionArgs = {
  input: CreateAvailabilityExceptionInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateAvailabilityExceptionArgs = {
  input: UpdateAvailabilityExceptionInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationDeleteAvailabilityExceptionArgs = {
  input: DeleteAvailabilityExceptionInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateAvailabilityRuleArgs = {
  input: CreateAvailabilityRuleInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateAvailabilityRuleArgs = {
  input: UpdateAvailabilityRuleInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationDeleteAvailabilityRuleArgs = {
  input: DeleteAvailabilityRuleInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationBookAppointmentArgs = {
  input: BookAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationRescheduleAppointmentArgs = {
  input: RescheduleAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationHoldSlotArgs = {
  input: HoldSlotInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationReleaseHoldArgs = {
  input: ReleaseHoldInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationMarkMessagesReadArgs = {
  input: MarkMessagesReadInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateScheduleArgs = {
  input: CreateScheduleInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateScheduleArgs = {
  input: UpdateScheduleInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationBookAppointmentSeriesArgs = {
  input: BookAppointmentSeriesInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCancelAppointmentSeriesArgs = {
  input: CancelAppointmentSeriesInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationRescheduleAppointmentSeriesArgs = {
  input: RescheduleAppointmentSeriesInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCancelAppointmentArgs = {
  input: CancelAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationMarkAppointmentArrivedArgs = {
  input: MarkAppointmentArrivedInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCheckInAppointmentArgs = {
  input: CheckInAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationFulfilAppointmentArgs = {
  input: FulfilAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationMarkAppointmentNoShowArgs = {
  input: MarkAppointmentNoShowInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationReviveAppointmentArgs = {
  input: ReviveAppointmentInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationMarkAppointmentEnteredInErrorArgs = {
  input: MarkAppointmentEnteredInErrorInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationJoinWaitlistArgs = {
  input: JoinWaitlistInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationLeaveWaitlistArgs = {
  input: LeaveWaitlistInput;
};

/** Who may keep an answer. */
export type CacheControlScope =
  /** Anyone on the way. */
  | 'PUBLIC'
  /** Nobody but who asked. */
  | 'PRIVATE';

/** An object that the graph can find again by its id alone (Relay's global object identification). */
export type Node = {
  /** The object's id, unique across the whole graph and stable for ever. */
  readonly id: Scalars['ID']['output'];
};

/** A period; either side may be left open. */
export type DateTimeRange = {
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Up to this instant, exclusive. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Where a page lies in its connection (Relay's connection specification). */
export type PageInfo = {
  /** True where more edges follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True where edges precede this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page: pass it as `before` to page backwards. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge of this page: pass it as `after` to page forwards. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A business reason why a mutation changed nothing. It is an answer, not a failure of the request. */
export type UserError = {
  /** A stable code to branch on. */
  readonly code: UserErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Path of the input field at fault, for example `["input", "start"]`. */
  readonly field: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why a mutation was refused. */
export type UserErrorCode =
  /** The object named by the input does not exist, or you may not see it. */
  | 'NOT_FOUND'
  /** The object changed since you read it: read it again and retry. */
  | 'VERSION_CONFLICT'
  /** The idempotency key was used before with another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The doctor does not work at this clinic. */
  | 'NOT_AT_CLINIC'
  /** Another rule of the schedule has some of this time already. */
  | 'RULE_OVERLAP'
  /** The doctor does not give this service at this clinic, or not in this modality. */
  | 'SERVICE_NOT_OFFERED'
  /** The start is nearer than the notice that the doctor needs. */
  | 'TOO_SOON'
  /** The start is further ahead than the doctor's planning reaches. */
  | 'BEYOND_HORIZON'
  /** The doctor does not see patients at this clinic at that time, or not for as long as the visit takes. */
  | 'OUTSIDE_AVAILABILITY'
  /** The doctor is away at that time, by an exception. */
  | 'IN_EXCEPTION'
  /** The start does not lie on the schedule's grid. */
  | 'OFF_GRID'
  /** The doctor has another appointment or hold at that time. */
  | 'SLOT_TAKEN'
  /** The patient has another appointment or hold at that time. */
  | 'PATIENT_BUSY'
  /** The patient holds another time of this doctor. */
  | 'HOLD_EXISTS'
  /** You hold as many times as you may. */
  | 'TOO_MANY_HOLDS'
  /** The hold has ended: it ran out, was released, or is booked already. */
  | 'HOLD_EXPIRED'
  /** The appointment takes no messages: it was never booked, or should never have been recorded. */
  | 'MESSAGES_CLOSED'
  /** You wrote too many messages in a short time: wait a little. */
  | 'TOO_MANY_MESSAGES'
  /** The doctor has a schedule already. */
  | 'SCHEDULE_EXISTS'
  /** Appointments of the series cannot be where they would have to; `conflicts` says which, and why. */
  | 'SERIES_CONFLICT'
  /** Clocks are put forward past this local time on that day: it does not exist. */
  | 'TIME_SKIPPED'
  /** The appointment belongs to no series that you may see. */
  | 'NOT_IN_SERIES'
  /** The appointment's status does not allow this. */
  | 'ILLEGAL_TRANSITION'
  /** The time for this has passed. */
  | 'TOO_LATE'
  /** The patient waits for this doctor and service in an overlapping period. */
  | 'ALREADY_WAITING'
  /** The patient waits for as many visits as they may. */
  | 'TOO_MANY_WAITLIST_ENTRIES'
  /** The entry no longer waits: it was booked, left or expired. */
  | 'NOT_WAITING';

/** That something happened to an appointment. */
export type AppointmentUpdate = {
  /** Its place in what is told: subscribe again with it as `after`, and what happened since is told first. */
  readonly cursor: Scalars['String']['output'];
  /** What happened. */
  readonly type: AppointmentEventType;
  /** The appointment's version after it. Compare it with the appointment's own, which may have grown since. */
  readonly version: Scalars['Int']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The appointment's id. */
  readonly appointmentId: Scalars['ID']['output'];
  /** The appointment as it is now; null where it moved to a doctor or clinic whose appointments you do not see. */
  readonly appointment: Maybe<Appointment>;
};

/** Something that happened to an appointment. Nothing is ever removed from this history. */
export type AppointmentEvent = {
  /** Counts the appointment's events from 1, without gaps; also the appointment's version after the event. */
  readonly number: Scalars['Int']['output'];
  /** What happened. */
  readonly type: AppointmentEventType;
  /** The status before; null for the first event. */
  readonly fromStatus: Maybe<AppointmentStatus>;
  /** The status after. */
  readonly toStatus: AppointmentStatus;
  /** When the appointment starts, after the event. */
  readonly start: Scalars['DateTime']['output'];
  /** When the appointment ends, after the event. */
  readonly end: Scalars['DateTime']['output'];
  /** When it would have started, where the event moved it. */
  readonly previousStart: Maybe<Scalars['DateTime']['output']>;
  /** When it would have ended, where the event moved it. */
  readonly previousEnd: Maybe<Scalars['DateTime']['output']>;
  /** The role of the account that did it; SYSTEM where this system did. */
  readonly actorRole: ViewerRole;
  /** Rules that staff overruled; hidden from the patient. */
  readonly overrides: ReadonlyArray<AppointmentOverride>;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** What can happen to an appointment. */
export type AppointmentEventType =
  /** Its time was held. */
  | 'HELD'
  /** It was booked. */
  | 'BOOKED'
  /** It moved to another time or place. */
  | 'RESCHEDULED'
  /** The patient came, or came after all. */
  | 'ARRIVED'
  /** The patient's arrival was recorded in full. */
  | 'CHECKED_IN'
  /** It took place. */
  | 'FULFILLED'
  /** It was cancelled. */
  | 'CANCELLED'
  /** The hold ran out. */
  | 'EXPIRED'
  /** The patient did not come. */
  | 'NO_SHOW'
  /** It turned out to be a mistake. */
  | 'ENTERED_IN_ERROR';

/** A rule of booking that staff may overrule. */
export type AppointmentOverride =
  /** The doctor has another appointment at the time. */
  | 'OVERBOOKED'
  /** The patient has another appointment at the time. */
  | 'PATIENT_CONFLICT';

/** A page of an appointment's events. */
export type AppointmentEventConnection = {
  /** The events of this page. */
  readonly edges: ReadonlyArray<AppointmentEventEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many events the appointment has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An event in a list. */
export type AppointmentEventEdge = {
  /** The event. */
  readonly node: AppointmentEvent;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** What an account may do. */
export type ViewerRole =
  /** Own data. */
  | 'PATIENT'
  /** Own schedule, and the data of the patients they treat. */
  | 'DOCTOR'
  /** The clinics they work at. */
  | 'STAFF'
  /** Everything but clinical text. */
  | 'ADMIN'
  /** An API client: what it was granted. */
  | 'PARTNER'
  /** The system's own workers. */
  | 'SYSTEM';

/** A visit of a patient with a doctor (FHIR Appointment). Moving it to another time keeps its id. */
export type Appointment = Node & {
  /** The appointment's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** When it starts. */
  readonly start: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly end: Scalars['DateTime']['output'];
  /** How far it has come. */
  readonly status: AppointmentStatus;
  /** How the patient meets the doctor. */
  readonly modality: Modality;
  /** Why the patient comes. Only for the patient, the doctor and staff of the clinic; null for everybody else. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Why it was cancelled, where somebody said. Only for the patient, the doctor and staff of the clinic. */
  readonly cancellationReason: Maybe<Scalars['String']['output']>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** With whom. */
  readonly doctor: Maybe<Doctor>;
  /** Who comes; null where you may no longer see the patient. */
  readonly patient: Maybe<Patient>;
  /** The clinic that it belongs to, a video visit too. */
  readonly clinic: Maybe<Clinic>;
  /** For what. */
  readonly service: Maybe<HealthcareService>;
  /** Whose time it takes; null where you may not see the schedule. */
  readonly schedule: Maybe<Schedule>;
  /** What happened to it, in order. */
  readonly events: AppointmentEventConnection;
  /** When it was booked or held first. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /**
   * What the patient and the care team wrote to each other, oldest first. For the patient, the doctor and STAFF of the
   * clinic; empty for everybody else.
   */
  readonly messages: MessageConnection;
  /** The series that it belongs to; null where it was booked by itself, or you may not see the series. */
  readonly series: Maybe<AppointmentSeries>;
  /** Its place in the series, from 1. It stays when the appointment moves. */
  readonly seriesNumber: Maybe<Scalars['Int']['output']>;
  /** The meeting of a video visit; null where the patient comes to the clinic, and before the visit is booked. */
  readonly videoSession: Maybe<VideoSession>;
};


/** A visit of a patient with a doctor (FHIR Appointment). Moving it to another time keeps its id. */
export type AppointmentEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A visit of a patient with a doctor (FHIR Appointment). Moving it to another time keeps its id. */
export type AppointmentMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How far an appointment has come (FHIR AppointmentStatus). */
export type AppointmentStatus =
  /** Held, but not booked yet. */
  | 'PENDING'
  /** Booked, and still to come. */
  | 'BOOKED'
  /** The patient is at the clinic or in the video visit's waiting room. */
  | 'ARRIVED'
  /** The patient's arrival was recorded in full: they may be called. */
  | 'CHECKED_IN'
  /** It took place. */
  | 'FULFILLED'
  /** It will not take place; its time is free again. */
  | 'CANCELLED'
  /** The patient did not come; the rest of its time is free again. */
  | 'NO_SHOW'
  /** It should never have been recorded. */
  | 'ENTERED_IN_ERROR';

/** Narrows a list of appointments; all conditions hold together. */
export type AppointmentFilter = {
  /** Starts within this period. */
  readonly dateRange?: InputMaybe<DateTimeRange>;
  /** Status is one of these. */
  readonly status?: InputMaybe<ReadonlyArray<AppointmentStatus>>;
  /** With this doctor. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** Of this patient. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** At this clinic. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** For this service. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** In this way. */
  readonly modality?: InputMaybe<Modality>;
};

/** Orders of a list of appointments. */
export type AppointmentOrder =
  /** By start, earliest first. */
  | 'START_ASC'
  /** By start, latest first. */
  | 'START_DESC';

/** A page of appointments. */
export type AppointmentConnection = {
  /** The appointments of this page. */
  readonly edges: ReadonlyArray<AppointmentEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many appointments the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An appointment in a list. */
export type AppointmentEdge = {
  /** The appointment. */
  readonly node: Appointment;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** That free times of a doctor may have changed. */
export type AvailabilityChange = {
  /** Its place in what is told: subscribe again with it as `after`, and what happened since is told first. */
  readonly cursor: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Whose free times. */
  readonly doctor: Maybe<Doctor>;
};

/** A new availability exception. */
export type CreateAvailabilityExceptionInput = {
  /** The schedule it belongs to. */
  readonly schedule: Scalars['ID']['input'];
  /** The clinic it is about, at which the doctor works; left out, an absence is from all clinics. Extra time needs one. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it takes or adds time. */
  readonly kind: AvailabilityExceptionKind;
  /** When it starts. */
  readonly start: Scalars['DateTime']['input'];
  /** When it ends, exclusive: at most 31 days later for extra time, 366 for an absence. */
  readonly end: Scalars['DateTime']['input'];
  /** Why, for colleagues; up to 500 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new exception, or why there is none. */
export type CreateAvailabilityExceptionPayload = {
  /** The exception, null where it was refused. */
  readonly availabilityException: Maybe<AvailabilityException>;
  /** How many appointments to come lost their place in the schedule; they stay booked. */
  readonly affectedAppointmentCount: Scalars['Int']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of an availability exception. Its clinic and kind stay: make another one instead. */
export type UpdateAvailabilityExceptionInput = {
  /** The exception to change. */
  readonly availabilityException: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** When it starts. */
  readonly start?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it ends, exclusive: at most 31 days later for extra time, 366 for an absence. */
  readonly end?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why, for colleagues; up to 500 characters; null removes it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed exception, or why it stays as it was. */
export type UpdateAvailabilityExceptionPayload = {
  /** The exception, null where the change was refused. */
  readonly availabilityException: Maybe<AvailabilityException>;
  /** How many appointments to come lost their place in the schedule; they stay booked. */
  readonly affectedAppointmentCount: Scalars['Int']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The removal of an availability exception. */
export type DeleteAvailabilityExceptionInput = {
  /** The exception to remove. */
  readonly availabilityException: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What was removed, or why nothing was. */
export type DeleteAvailabilityExceptionPayload = {
  /** The id of the exception that is gone, null where that was refused. */
  readonly deletedAvailabilityExceptionId: Maybe<Scalars['ID']['output']>;
  /** How many appointments to come lost their place in the schedule; they stay booked. */
  readonly affectedAppointmentCount: Scalars['Int']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Time taken from or added to what the rules of a schedule give. For the doctor, STAFF of the clinics it concerns and ADMIN. */
export type AvailabilityException = Node & {
  /** The exception's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** The schedule it belongs to; null where you may not see it. */
  readonly schedule: Maybe<Schedule>;
  /** The clinic it is about; null for an absence from all of them. */
  readonly clinic: Maybe<Clinic>;
  /** Whether it takes or adds time. Where both kinds overlap, the doctor is away. */
  readonly kind: AvailabilityExceptionKind;
  /** When it starts; the grid of extra time is counted from here. */
  readonly start: Scalars['DateTime']['output'];
  /** When it ends, exclusive. */
  readonly end: Scalars['DateTime']['output'];
  /** Why, for colleagues. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** What an exception does to the rules. */
export type AvailabilityExceptionKind =
  /** The doctor is away. */
  | 'UNAVAILABLE'
  /** The doctor has extra time, in person and by video. */
  | 'AVAILABLE';

/** A page of availability exceptions. */
export type AvailabilityExceptionConnection = {
  /** The exceptions of this page. */
  readonly edges: ReadonlyArray<AvailabilityExceptionEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many exceptions the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An availability exception in a list. */
export type AvailabilityExceptionEdge = {
  /** The exception. */
  readonly node: AvailabilityException;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A new availability rule. */
export type CreateAvailabilityRuleInput = {
  /** The schedule it belongs to. */
  readonly schedule: Scalars['ID']['input'];
  /** Where; the doctor works at this clinic. */
  readonly clinic: Scalars['ID']['input'];
  /** On this day of every week. */
  readonly dayOfWeek: DayOfWeek;
  /** From this time on. */
  readonly startTime: Scalars['LocalTime']['input'];
  /** Up to this time, exclusive; 00:00 is the end of the day. */
  readonly endTime: Scalars['LocalTime']['input'];
  /** The zone whose clocks tell the times; default the clinic's. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** The ways in which visits take place then, at least one. */
  readonly modalities: ReadonlyArray<Modality>;
  /** The first day it holds; default today. */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** The last day it holds; left out, it holds for good. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new rule, or why there is none. */
export type CreateAvailabilityRulePayload = {
  /** The rule, null where it was refused. */
  readonly availabilityRule: Maybe<AvailabilityRule>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of an availability rule. Its clinic stays: make another rule instead. */
export type UpdateAvailabilityRuleInput = {
  /** The rule to change. */
  readonly availabilityRule: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** On this day of every week. */
  readonly dayOfWeek?: InputMaybe<DayOfWeek>;
  /** From this time on. */
  readonly startTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Up to this time, exclusive; 00:00 is the end of the day. */
  readonly endTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** The zone whose clocks tell the times. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** The ways in which visits take place then, at least one. */
  readonly modalities?: InputMaybe<ReadonlyArray<Modality>>;
  /** The first day it holds. */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** The last day it holds; null for good. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed rule, or why it stays as it was. */
export type UpdateAvailabilityRulePayload = {
  /** The rule, null where the change was refused. */
  readonly availabilityRule: Maybe<AvailabilityRule>;
  /** How many appointments to come lost their place in the schedule; they stay booked. */
  readonly affectedAppointmentCount: Scalars['Int']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The removal of an availability rule. */
export type DeleteAvailabilityRuleInput = {
  /** The rule to remove. */
  readonly availabilityRule: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What was removed, or why nothing was. */
export type DeleteAvailabilityRulePayload = {
  /** The id of the rule that is gone, null where that was refused. */
  readonly deletedAvailabilityRuleId: Maybe<Scalars['ID']['output']>;
  /** How many appointments to come lost their place in the schedule; they stay booked. */
  readonly affectedAppointmentCount: Scalars['Int']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Weekly time that a doctor has for patients at a clinic, in wall-clock time. For the doctor, STAFF of the clinic and ADMIN. */
export type AvailabilityRule = Node & {
  /** The rule's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** The schedule it belongs to; null where you may not see it. */
  readonly schedule: Maybe<Schedule>;
  /** Where. */
  readonly clinic: Maybe<Clinic>;
  /** On this day of every week. */
  readonly dayOfWeek: DayOfWeek;
  /** From this time on, by the clocks of its zone; the grid of starts is counted from here. */
  readonly startTime: Scalars['LocalTime']['output'];
  /** Up to this time, exclusive; 00:00 is the end of the day. */
  readonly endTime: Scalars['LocalTime']['output'];
  /** The zone whose clocks tell the times. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** The ways in which visits take place then. */
  readonly modalities: ReadonlyArray<Modality>;
  /** The first day it holds. */
  readonly validFrom: Scalars['Date']['output'];
  /** The last day it holds; null for good. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A day of the week. */
export type DayOfWeek =
  /** Monday. */
  | 'MONDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Friday. */
  | 'FRIDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY';

/** A page of availability rules. */
export type AvailabilityRuleConnection = {
  /** The rules of this page. */
  readonly edges: ReadonlyArray<AvailabilityRuleEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many rules the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An availability rule in a list. */
export type AvailabilityRuleEdge = {
  /** The rule. */
  readonly node: AvailabilityRule;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A time that can be booked. Computed when asked for: another may take it before you do. */
export type Slot = {
  /** When the visit would start. */
  readonly start: Scalars['DateTime']['output'];
  /** When the visit would end. */
  readonly end: Scalars['DateTime']['output'];
  /** What clocks show at the start. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** With whom. */
  readonly doctor: Maybe<Doctor>;
  /** Where. */
  readonly clinic: Maybe<Clinic>;
  /** For what. */
  readonly service: Maybe<HealthcareService>;
  /** The ways in which the visit may take place then, at least one. */
  readonly modalities: ReadonlyArray<Modality>;
};


/** A time that can be booked. Computed when asked for: another may take it before you do. */
export type SlotLocalStartArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** A page of slots. */
export type SlotConnection = {
  /** The slots of this page. */
  readonly edges: ReadonlyArray<SlotEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many slots the period has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A slot in a list. */
export type SlotEdge = {
  /** The slot. */
  readonly node: Slot;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A visit to book: a hold, or everything that makes a visit. */
export type BookAppointmentInput = {
  /** What was held. It says doctor, service, clinic, start, modality and patient, which are left out then. */
  readonly hold?: InputMaybe<Scalars['ID']['input']>;
  /** With whom; needed without a hold, as are service, clinic, start and modality. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** For what; it also says how long the visit takes. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** Where; the clinic that offers the service. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** When it starts: one of the doctor's available slots. */
  readonly start?: InputMaybe<Scalars['DateTime']['input']>;
  /** How patient and doctor meet. */
  readonly modality?: InputMaybe<Modality>;
  /** Who comes. Patients book for themselves and may leave it out; everybody else names a patient whom they see. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** Why the patient comes, 1 to 2000 characters. Only the patient, the doctor and staff of the clinic will see it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Take the time even if others have it, as far as the schedule permits. For STAFF and ADMIN; kept with the event. */
  readonly overbook: Scalars['Boolean']['input'];
  /** Book even if the patient is expected elsewhere. For STAFF and ADMIN; kept with the event. */
  readonly overridePatientConflict: Scalars['Boolean']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The booked appointment, or why there is none. */
export type BookAppointmentPayload = {
  /** The appointment, null where it was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where an appointment moves; what is left out stays as it is. */
export type RescheduleAppointmentInput = {
  /** The appointment to move. */
  readonly appointment: Scalars['ID']['input'];
  /** When it is to start: one of the doctor's available slots. */
  readonly start: Scalars['DateTime']['input'];
  /** With whom from now on. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** For what from now on. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** Where from now on. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** Take the time even if others have it, as far as the schedule permits. For STAFF and ADMIN; kept with the event. */
  readonly overbook: Scalars['Boolean']['input'];
  /** Move it even if the patient is expected elsewhere. For STAFF and ADMIN; kept with the event. */
  readonly overridePatientConflict: Scalars['Boolean']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The moved appointment, or why it stays where it was. */
export type RescheduleAppointmentPayload = {
  /** The appointment, null where the move was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A patient, and the doctor or the clinics that may treat them; both conditions hold together. */
export type CarePairInput = {
  /** The patient. */
  readonly patient: Scalars['ID']['input'];
  /** The doctor; null for any. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** One of these clinics; null for any. With neither doctor nor clinics there is no pair, and the answer is no. */
  readonly clinics?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A time that is kept for a patient until it is booked, released, or runs out. Book it with `bookAppointment`. */
export type SlotHold = {
  /** The hold's id. */
  readonly id: Scalars['ID']['output'];
  /** When the visit would start. */
  readonly start: Scalars['DateTime']['output'];
  /** When the visit would end. */
  readonly end: Scalars['DateTime']['output'];
  /** With whom. */
  readonly doctor: Maybe<Doctor>;
  /** Where. */
  readonly clinic: Maybe<Clinic>;
  /** For what. */
  readonly service: Maybe<HealthcareService>;
  /** For whom; null where you may not see the patient. */
  readonly patient: Maybe<Patient>;
  /** How patient and doctor would meet. */
  readonly modality: Modality;
  /** When it runs out. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The appointment that it becomes; PENDING until then. */
  readonly appointment: Maybe<Appointment>;
};

/** Narrows a list of holds. */
export type SlotHoldFilter = {
  /** Of this doctor's time. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of holds. */
export type SlotHoldConnection = {
  /** The holds of this page. */
  readonly edges: ReadonlyArray<SlotHoldEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many holds the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A hold in a list. */
export type SlotHoldEdge = {
  /** The hold. */
  readonly node: SlotHold;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A time to hold. */
export type HoldSlotInput = {
  /** With whom. */
  readonly doctor: Scalars['ID']['input'];
  /** For what; it also says how long the visit takes. */
  readonly service: Scalars['ID']['input'];
  /** Where; the clinic that offers the service. */
  readonly clinic: Scalars['ID']['input'];
  /** When it starts: one of the doctor's available slots. */
  readonly start: Scalars['DateTime']['input'];
  /** How patient and doctor meet. */
  readonly modality: Modality;
  /** Who comes. Patients hold for themselves and may leave it out; everybody else names a patient whom they see. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The hold, or why there is none. */
export type HoldSlotPayload = {
  /** The hold, null where it was refused, or has ended since the call that is repeated. */
  readonly slotHold: Maybe<SlotHold>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A hold to give back. */
export type ReleaseHoldInput = {
  /** The hold. */
  readonly slotHold: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment that will not be, or why its time stays held. */
export type ReleaseHoldPayload = {
  /** The appointment, cancelled now; null where the release was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who asks. */
export type Viewer = {
  /**
   * Your conversations, the one with the newest message first. For PATIENT their own, for DOCTOR those about their
   * appointments, for STAFF those of their clinics; empty for everybody else.
   */
  readonly inbox: InboxEntryConnection;
};


/** Who asks. */
export type ViewerInboxArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A conversation: an appointment with messages. */
export type InboxEntry = {
  /** What it is about; null where it has just moved to somebody else. */
  readonly appointment: Maybe<Appointment>;
  /** The newest message. */
  readonly lastMessage: Message;
  /** How many messages of the other side were not read. A care team reads as one: what one has read, the others need not. */
  readonly unreadCount: Scalars['Int']['output'];
};

/** A page of an inbox. */
export type InboxEntryConnection = {
  /** The conversations of this page. */
  readonly edges: ReadonlyArray<InboxEntryEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many conversations the whole inbox has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A conversation in an inbox. */
export type InboxEntryEdge = {
  /** The conversation. */
  readonly node: InboxEntry;
  /** Its place in the list; a new message moves it to the front. */
  readonly cursor: Scalars['String']['output'];
};

/** What a patient wrote to the care team of an appointment, or the care team to the patient. It is never changed. */
export type Message = {
  /** The message's id. */
  readonly id: Scalars['ID']['output'];
  /** What it is about; null where you may no longer see it. */
  readonly appointment: Maybe<Appointment>;
  /** As what its author wrote it: PATIENT, DOCTOR or STAFF. */
  readonly authorRole: ViewerRole;
  /** Whether you wrote it. */
  readonly isMine: Scalars['Boolean']['output'];
  /** What it says. */
  readonly body: Scalars['String']['output'];
  /** When it was sent. Within an appointment no two messages have the same time. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** When the other side read it: the patient, or the first of the care team; null until then. */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
  /** As what it was read first: PATIENT, DOCTOR or STAFF. */
  readonly readBy: Maybe<ViewerRole>;
};

/** A page of the messages of an appointment. */
export type MessageConnection = {
  /** The messages of this page. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many messages there are; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A message in a list. */
export type MessageEdge = {
  /** The message. */
  readonly node: Message;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A message to the other side of an appointment. */
export type SendMessageInput = {
  /** What it is about. */
  readonly appointment: Scalars['ID']['input'];
  /** What it says, 1 to 4000 characters without white space around them. */
  readonly body: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The message, or why it was not sent. */
export type SendMessagePayload = {
  /** The message, null where it was refused. */
  readonly message: Maybe<Message>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Messages that were read. */
export type MarkMessagesReadInput = {
  /** What they are about. */
  readonly appointment: Scalars['ID']['input'];
  /** The last message that was read; those before it count as read too. */
  readonly upTo: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The last message that was read, or why nothing changed. */
export type MarkMessagesReadPayload = {
  /** The message that was named, null where it was refused. */
  readonly message: Maybe<Message>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What can happen to a message. */
export type MessageEventType =
  /** It was sent. */
  | 'SENT'
  /** The other side read it, and those before it. */
  | 'READ';

/** Something that happened in the conversation about an appointment. */
export type MessageUpdate = {
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** What happened. */
  readonly type: MessageEventType;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The message as it is now. */
  readonly message: Message;
};

/** Something that happened in one of the viewer's conversations. */
export type InboxUpdate = {
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** What happened. */
  readonly type: MessageEventType;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The conversation as it is now. */
  readonly entry: InboxEntry;
};

/** A person who treats patients (FHIR Practitioner). */
export type Doctor = {
  /** The doctor's id. */
  readonly id: Scalars['ID']['output'];
  /** The doctor's appointments that you may see. */
  readonly appointments: AppointmentConnection;
  /**
   * When the doctor can be booked for a service, earliest first. Weekly rules, exceptions, appointments and holds,
   * buffers, notice and planning horizon all count; times are right in the zone of each rule, whatever clocks do.
   */
  readonly availableSlots: SlotConnection;
  /**
   * The first time at which the doctor can be booked for a service, as far ahead as the doctor plans; null where there is
   * none.
   */
  readonly nextAvailableSlot: Maybe<Slot>;
  /** The doctor's schedule; null where there is none yet, or you may not see it. */
  readonly schedule: Maybe<Schedule>;
  /** Those who wait or waited for the doctor, as far as you may see, in the order of joining. */
  readonly waitlistEntries: WaitlistEntryConnection;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  orderBy: AppointmentOrder;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorAvailableSlotsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  service: Scalars['ID']['input'];
  modality?: InputMaybe<Modality>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorNextAvailableSlotArgs = {
  service: Scalars['ID']['input'];
  modality?: InputMaybe<Modality>;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorWaitlistEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WaitlistFilter>;
};

/** A place where patients are seen (FHIR Location). */
export type Clinic = {
  /** The clinic's id. */
  readonly id: Scalars['ID']['output'];
  /** The appointments at this clinic that you may see. */
  readonly appointments: AppointmentConnection;
};


/** A place where patients are seen (FHIR Location). */
export type ClinicAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  orderBy: AppointmentOrder;
};

/** A person who is or was treated. */
export type Patient = {
  /** The patient's id. */
  readonly id: Scalars['ID']['output'];
  /** The patient's appointments that you may see. */
  readonly appointments: AppointmentConnection;
  /** What the patient waits or waited for, as far as you may see, in the order of joining. */
  readonly waitlistEntries: WaitlistEntryConnection;
};


/** A person who is or was treated. */
export type PatientAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  orderBy: AppointmentOrder;
};


/** A person who is or was treated. */
export type PatientWaitlistEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WaitlistFilter>;
};

export type HealthcareService = {
  readonly id: Scalars['ID']['output'];
};

/** How doctor and patient meet. */
export type Modality =
  /** Both are at the clinic. */
  | 'IN_PERSON'
  /** By video call. */
  | 'VIDEO';

/** A new schedule. */
export type CreateScheduleInput = {
  /** Whose it is. */
  readonly doctor: Scalars['ID']['input'];
  /** The zone that the doctor's own days are told in. */
  readonly timeZone: Scalars['TimeZone']['input'];
  /** Minutes from one possible start to the next, 5 to 240. */
  readonly slotMinutes: Scalars['Int']['input'];
  /** Minutes before a start up to which it can be booked, 0 to 43200. */
  readonly minimumNoticeMinutes: Scalars['Int']['input'];
  /** Days ahead that can be booked, 1 to 730. */
  readonly planningHorizonDays: Scalars['Int']['input'];
  /** How many appointments STAFF may put beside another at the same time, 0 to 9. */
  readonly maxOverbooking: Scalars['Int']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new schedule, or why there is none. */
export type CreateSchedulePayload = {
  /** The schedule, null where it was refused. */
  readonly schedule: Maybe<Schedule>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a schedule. */
export type UpdateScheduleInput = {
  /** The schedule to change. */
  readonly schedule: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The zone that the doctor's own days are told in. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Minutes from one possible start to the next, 5 to 240. */
  readonly slotMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes before a start up to which it can be booked, 0 to 43200. */
  readonly minimumNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Days ahead that can be booked, 1 to 730. */
  readonly planningHorizonDays?: InputMaybe<Scalars['Int']['input']>;
  /** How many appointments STAFF may put beside another at the same time, 0 to 9. */
  readonly maxOverbooking?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed schedule, or why it stays as it was. */
export type UpdateSchedulePayload = {
  /** The schedule, null where the change was refused. */
  readonly schedule: Maybe<Schedule>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * How a doctor plans (FHIR Schedule). One per doctor, not per clinic: nobody is in two places. For the doctor, STAFF of the
 * doctor's clinics and ADMIN; what patients need of it are the available slots.
 */
export type Schedule = Node & {
  /** The schedule's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Whose it is. */
  readonly doctor: Maybe<Doctor>;
  /** The zone that the doctor's own days are told in. Rules have zones of their own. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Minutes from one possible start to the next, counted from where each rule starts. */
  readonly slotMinutes: Scalars['Int']['output'];
  /** Minutes before a start up to which it can be booked. */
  readonly minimumNoticeMinutes: Scalars['Int']['output'];
  /** Days ahead that can be booked. */
  readonly planningHorizonDays: Scalars['Int']['output'];
  /** How many appointments STAFF may put beside another at the same time. */
  readonly maxOverbooking: Scalars['Int']['output'];
  /** Weekly times, Monday first; those at your clinics if you are STAFF. */
  readonly availabilityRules: AvailabilityRuleConnection;
  /** Absences and extra times, earliest first; those that concern your clinics if you are STAFF. */
  readonly availabilityExceptions: AvailabilityExceptionConnection;
  /** Grows by one with every change of the schedule, its rules or its exceptions. */
  readonly version: Scalars['Int']['output'];
  /** When it was set up. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it, a rule or an exception last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/**
 * How a doctor plans (FHIR Schedule). One per doctor, not per clinic: nobody is in two places. For the doctor, STAFF of the
 * doctor's clinics and ADMIN; what patients need of it are the available slots.
 */
export type ScheduleAvailabilityRulesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/**
 * How a doctor plans (FHIR Schedule). One per doctor, not per clinic: nobody is in two places. For the doctor, STAFF of the
 * doctor's clinics and ADMIN; what patients need of it are the available slots.
 */
export type ScheduleAvailabilityExceptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  dateRange?: InputMaybe<DateTimeRange>;
};

/** What times are looked for. Conditions are combined; those left out do not narrow it. */
export type AvailabilityFilter = {
  /** With this doctor. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** At this clinic. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** At clinics of this city, whatever its case. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** With doctors of this specialization, for services of it. */
  readonly specialization?: InputMaybe<Scalars['ID']['input']>;
  /** For this service. */
  readonly service?: InputMaybe<Scalars['ID']['input']>;
  /** In this way. */
  readonly modality?: InputMaybe<Modality>;
  /** With doctors who speak this language, as a BCP 47 tag such as `es`. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** Starting from this instant on; default now. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Starting before this instant; default 31 days after `from`, at most 62. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** At these times of the day. */
  readonly timeOfDay?: InputMaybe<TimeOfDayRange>;
  /** On these days of the week. */
  readonly daysOfWeek?: InputMaybe<ReadonlyArray<DayOfWeek>>;
  /** Whose clocks `timeOfDay` and `daysOfWeek` are told by; default those of each clinic. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** Times of the day; one that begins later than it ends lasts over midnight, and belongs to the day it begins on. */
export type TimeOfDayRange = {
  /** Starting from this time on. */
  readonly from: Scalars['LocalTime']['input'];
  /** Starting before this time; 00:00 is the end of the day. */
  readonly to: Scalars['LocalTime']['input'];
};

/** A page of free times. They are too many to be counted. */
export type AvailabilityConnection = {
  /** The times of this page. */
  readonly edges: ReadonlyArray<AvailabilityEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
};

/** A free time in a list. */
export type AvailabilityEdge = {
  /** The time. */
  readonly node: Slot;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** How visits recur. */
export type RecurrenceInput = {
  /** Weeks from one visit to the next, 1 to 12. */
  readonly everyWeeks: Scalars['Int']['input'];
  /** How many visits, 2 to 52. */
  readonly count: Scalars['Int']['input'];
};

/** What becomes of a series of which some visits cannot be booked. */
export type SeriesConflictHandling =
  /** Nothing is booked. */
  | 'REFUSE'
  /** The others are booked; nothing is booked where all of them cannot be. */
  | 'SKIP';

/** Which appointments of a series are meant, from a named one. */
export type SeriesScope =
  /** The named one alone. */
  | 'THIS'
  /** The named one and those after it in the series, by their numbers. */
  | 'THIS_AND_FOLLOWING'
  /** All of the series. */
  | 'ALL';

/** A visit of a series that cannot be. */
export type SeriesConflict = {
  /** Its place in the series, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When it would have to start; where clocks skip that time, when they do. */
  readonly start: Scalars['DateTime']['output'];
  /** Why not; one of the codes that a single booking is refused with, or TIME_SKIPPED. */
  readonly code: UserErrorCode;
  /** The same for people. */
  readonly message: Scalars['String']['output'];
};

/** Visits to book. */
export type BookAppointmentSeriesInput = {
  /** With whom. */
  readonly doctor: Scalars['ID']['input'];
  /** For what; it also says how long each visit takes. */
  readonly service: Scalars['ID']['input'];
  /** Where; the clinic that offers the service. The visits follow its clocks. */
  readonly clinic: Scalars['ID']['input'];
  /** When the first visit starts. The others start at the same local time. */
  readonly start: Scalars['DateTime']['input'];
  /** How patient and doctor meet. */
  readonly modality: Modality;
  /** Who comes. Patients book for themselves and may leave it out; everybody else names a patient whom they see. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** Why the patient comes, 1 to 2000 characters. Only the patient, the doctor and staff of the clinic will see it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** How often, and how many times. */
  readonly recurrence: RecurrenceInput;
  /** What becomes of the series where some visits cannot be booked. */
  readonly conflicts: SeriesConflictHandling;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The booked series, or why there is none. */
export type BookAppointmentSeriesPayload = {
  /** The series, null where it was refused. */
  readonly appointmentSeries: Maybe<AppointmentSeries>;
  /** Every visit that could not be booked, in order. */
  readonly conflicts: ReadonlyArray<SeriesConflict>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Appointments of a series to cancel. */
export type CancelAppointmentSeriesInput = {
  /** An appointment of the series. */
  readonly appointment: Scalars['ID']['input'];
  /** Which appointments, from that one. */
  readonly scope: SeriesScope;
  /** Why, 1 to 500 characters. Everybody who sees the appointments sees it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Refuse where the series is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The series with its cancelled appointments, or why they stay. */
export type CancelAppointmentSeriesPayload = {
  /** The series, null where the change was refused. */
  readonly appointmentSeries: Maybe<AppointmentSeries>;
  /** How many appointments were cancelled now; null where the change was refused. */
  readonly cancelledAppointmentCount: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where appointments of a series move. */
export type RescheduleAppointmentSeriesInput = {
  /** An appointment of the series. */
  readonly appointment: Scalars['ID']['input'];
  /** Which appointments move, from that one. */
  readonly scope: SeriesScope;
  /** When that one is to start; the others of the scope move with it. */
  readonly start: Scalars['DateTime']['input'];
  /** Refuse where the series is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The series with its moved appointments, or why they stay where they were. */
export type RescheduleAppointmentSeriesPayload = {
  /** The series, null where the move was refused. */
  readonly appointmentSeries: Maybe<AppointmentSeries>;
  /** Every appointment that could not move, in order; then none did. */
  readonly conflicts: ReadonlyArray<SeriesConflict>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Visits that recur every so many weeks at the same local time (FHIR recurrenceTemplate). Each is an appointment of its own
 * and can be moved or cancelled alone. For the patient, the doctor and STAFF of the clinic that it was booked with, and ADMIN.
 */
export type AppointmentSeries = Node & {
  /** The series' id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** With whom it was booked. */
  readonly doctor: Maybe<Doctor>;
  /** Who comes; null where you may no longer see the patient. */
  readonly patient: Maybe<Patient>;
  /** Where it was booked. */
  readonly clinic: Maybe<Clinic>;
  /** For what it was booked. */
  readonly service: Maybe<HealthcareService>;
  /** How patient and doctor meet. */
  readonly modality: Modality;
  /** The day of the first visit, as booked or as all were moved to. */
  readonly startDate: Scalars['Date']['output'];
  /** When visits start, by the clocks of the zone; as booked or as all were moved to. */
  readonly startTime: Scalars['LocalTime']['output'];
  /** Weeks from one visit to the next. */
  readonly everyWeeks: Scalars['Int']['output'];
  /** How many visits were asked for; those that could not be booked count too. */
  readonly count: Scalars['Int']['output'];
  /** The zone whose clocks the visits follow: the clinic's when it was booked. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Its appointments that you may see, earliest first; cancelled ones too. */
  readonly appointments: AppointmentConnection;
  /** Grows by one with every change of several appointments at once; not when one is changed alone. */
  readonly version: Scalars['Int']['output'];
  /** When it was booked. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed as a series. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/**
 * Visits that recur every so many weeks at the same local time (FHIR recurrenceTemplate). Each is an appointment of its own
 * and can be moved or cancelled alone. For the patient, the doctor and STAFF of the clinic that it was booked with, and ADMIN.
 */
export type AppointmentSeriesAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type Subscription = {
  /**
   * Tells of each change of an appointment. For those who see it; ends where it moved to a doctor or clinic whose appointments
   * you do not see.
   */
  readonly appointmentUpdated: Maybe<AppointmentUpdate>;
  /**
   * Tells of each change of a patient's appointments that you may see. For the patient, ADMIN, the doctors who treat the
   * patient, and STAFF of the clinics that do: a doctor is told of appointments with them alone, STAFF of those at their clinics.
   */
  readonly patientAppointmentsUpdated: Maybe<AppointmentUpdate>;
  /**
   * Tells of each change of a doctor's appointments that you may see, and of those that move elsewhere. For the doctor, STAFF
   * of the clinics where they work, and ADMIN.
   */
  readonly doctorScheduleUpdated: Maybe<AppointmentUpdate>;
  /** Tells of each change of a clinic's appointments of one day, and of those that move elsewhere. For STAFF of the clinic and ADMIN. */
  readonly clinicBoardUpdated: Maybe<AppointmentUpdate>;
  /**
   * Tells that a doctor's free times of a period may have changed: something was booked, held, moved or cancelled there, or
   * the doctor's planning changed. For everybody; ask `availableSlots` for what is free now.
   */
  readonly availabilityChanged: Maybe<AvailabilityChange>;
  /**
   * Messages of one appointment as they are sent and read. For the patient, the doctor and STAFF of the clinic; it ends
   * with FORBIDDEN where the appointment moves to somebody else.
   */
  readonly messageReceived: Maybe<MessageUpdate>;
  /** Conversations of your inbox as messages are sent and read. For PATIENT, DOCTOR and STAFF. */
  readonly inboxUpdated: Maybe<InboxUpdate>;
  /** Tells of each change of a video visit's session. For those who see the appointment. */
  readonly videoSessionUpdated: Maybe<VideoSessionUpdate>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionAppointmentUpdatedArgs = {
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionPatientAppointmentsUpdatedArgs = {
  patient: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionDoctorScheduleUpdatedArgs = {
  doctor: Scalars['ID']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionClinicBoardUpdatedArgs = {
  clinic: Scalars['ID']['input'];
  date: Scalars['Date']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionAvailabilityChangedArgs = {
  doctor: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionMessageReceivedArgs = {
  appointment: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionInboxUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be watched. A subscription tells of what happens from its start on, or after the cursor of what was told last; it
 * is denied where you may not see what it is about, and ends when you may no longer.
 */
export type SubscriptionVideoSessionUpdatedArgs = {
  appointment: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where a reader stands in a topic. */
export type StreamPosition = {
  /** The topic. */
  readonly topic: Scalars['String']['input'];
  /** The position of the last event it has seen, a whole number; 0 for the beginning. */
  readonly after: Scalars['Float']['input'];
};

/** That something happened which those who watch a topic may care for. */
export type StreamEvent = {
  /** Who may care. */
  readonly topic: Scalars['String']['output'];
  /** Where it stands among all events, a whole number: those with lower positions were committed before. */
  readonly position: Scalars['Float']['output'];
  /** Position of the topic's event before it, a whole number; 0 for the first that is kept. */
  readonly previous: Scalars['Float']['output'];
  /** The kind of thing that changed. */
  readonly aggregateType: Scalars['String']['output'];
  /** Its uuid. */
  readonly aggregateId: Scalars['String']['output'];
  /** Its version after the change. */
  readonly version: Scalars['Int']['output'];
  /** What happened. */
  readonly type: Scalars['String']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** Where a topic has an event. */
export type StreamHead = {
  /** The topic. */
  readonly topic: Scalars['String']['output'];
  /** The event's position, a whole number. */
  readonly position: Scalars['Float']['output'];
};

/** What is kept of the events. */
export type StreamBounds = {
  /**
   * The lowest position that is still kept, a whole number; where nothing is, the one that will be given next. Whoever has
   * seen less than the position before it has missed what is gone.
   */
  readonly start: Scalars['Float']['output'];
  /** The last position that was given, a whole number; 0 where none was. */
  readonly end: Scalars['Float']['output'];
};

/** An appointment to cancel. */
export type CancelAppointmentInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. Everybody who sees the appointment sees it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The cancelled appointment, or why it stays. */
export type CancelAppointmentPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment whose patient is there. */
export type MarkAppointmentArrivedInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type MarkAppointmentArrivedPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment whose patient may be called. */
export type CheckInAppointmentInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type CheckInAppointmentPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment that took place. */
export type FulfilAppointmentInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type FulfilAppointmentPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment whose patient did not come. */
export type MarkAppointmentNoShowInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type MarkAppointmentNoShowPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment whose patient came after all. */
export type ReviveAppointmentInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type ReviveAppointmentPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment that should not be there. */
export type MarkAppointmentEnteredInErrorInput = {
  /** The appointment. */
  readonly appointment: Scalars['ID']['input'];
  /** Refuse where the appointment is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The appointment, or why it stays as it was. */
export type MarkAppointmentEnteredInErrorPayload = {
  /** The appointment, null where the change was refused. */
  readonly appointment: Maybe<Appointment>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where patient and doctor meet on a video visit. */
export type VideoSession = {
  /** The session's id. */
  readonly id: Scalars['ID']['output'];
  /** How far it has come. */
  readonly status: VideoSessionStatus;
  /** From when on it can be joined. */
  readonly opensAt: Scalars['DateTime']['output'];
  /** Until when it can be joined. */
  readonly closesAt: Scalars['DateTime']['output'];
  /** When patient and doctor first were both there; null before that. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the last of them left; null before that. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
};

/** How far a session has come. */
export type VideoSessionStatus =
  /** Planned; it cannot be joined yet. */
  | 'SCHEDULED'
  /** It can be joined. */
  | 'OPEN'
  /** Patient and doctor have met. */
  | 'IN_PROGRESS'
  /** It is over. */
  | 'COMPLETED'
  /** It could not take place for technical reasons. */
  | 'FAILED'
  /** The visit was called off. */
  | 'CANCELLED';

/** That something happened to a video visit's session. */
export type VideoSessionUpdate = {
  /** Its place in what is told: subscribe again with it as `after`, and what happened since is told first. */
  readonly cursor: Scalars['String']['output'];
  /** What happened. */
  readonly type: VideoSessionEventType;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The session as it is now. */
  readonly videoSession: VideoSession;
};

/** What can happen to a session. */
export type VideoSessionEventType =
  /** It was planned, or planned again. */
  | 'SCHEDULED'
  /** It moved to another time. */
  | 'RESCHEDULED'
  /** The visit was called off. */
  | 'CANCELLED';

/** A patient who waits for a visit. What becomes free is held for them for a while; `bookAppointment` accepts the hold. */
export type WaitlistEntry = {
  /** The entry's id. */
  readonly id: Scalars['ID']['output'];
  /** Who waits; null where you may not see the patient. */
  readonly patient: Maybe<Patient>;
  /** For whose time. */
  readonly doctor: Maybe<Doctor>;
  /** Where. */
  readonly clinic: Maybe<Clinic>;
  /** For what. */
  readonly service: Maybe<HealthcareService>;
  /** How the patient wants to meet the doctor; null for either way. */
  readonly modality: Maybe<Modality>;
  /** The visit starts at this time or later. */
  readonly from: Scalars['DateTime']['output'];
  /** The visit ends by this time. */
  readonly to: Scalars['DateTime']['output'];
  /** How it stands. */
  readonly status: WaitlistStatus;
  /** How many wait for the doctor since before; null for an entry that no longer waits. */
  readonly position: Maybe<Scalars['Int']['output']>;
  /** The time that is held for the patient now. */
  readonly offer: Maybe<SlotHold>;
  /** When the offer runs out; the time then passes on to the next, and this entry keeps its place. */
  readonly offerExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The appointment that came of it. */
  readonly appointment: Maybe<Appointment>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When the patient joined. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** How an entry of a waitlist stands. */
export type WaitlistStatus =
  /** For a time to become free. */
  | 'WAITING'
  /** A time is held for the patient. */
  | 'OFFERED'
  /** The patient accepted a time. */
  | 'BOOKED'
  /** The patient left. */
  | 'CANCELLED'
  /** Its period passed. */
  | 'EXPIRED';

/** Narrows a list of entries. */
export type WaitlistFilter = {
  /** Status is one of these. */
  readonly status?: InputMaybe<ReadonlyArray<WaitlistStatus>>;
};

/** A page of a waitlist. */
export type WaitlistEntryConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<WaitlistEntryEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many entries the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An entry in a list. */
export type WaitlistEntryEdge = {
  /** The entry. */
  readonly node: WaitlistEntry;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** What a patient waits for. */
export type JoinWaitlistInput = {
  /** For whose time. */
  readonly doctor: Scalars['ID']['input'];
  /** For what; it also says how long the visit takes. */
  readonly service: Scalars['ID']['input'];
  /** Where; left out, the clinic that offers the service. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** How patient and doctor meet; left out, either way. */
  readonly modality?: InputMaybe<Modality>;
  /** The visit starts at this time or later. */
  readonly from: Scalars['DateTime']['input'];
  /** The visit ends by this time; at most 366 days later. */
  readonly to: Scalars['DateTime']['input'];
  /** Who waits. Patients wait for themselves and may leave it out; everybody else names a patient whom they see. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The entry, or why there is none. */
export type JoinWaitlistPayload = {
  /** The entry, null where it was refused. */
  readonly waitlistEntry: Maybe<WaitlistEntry>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An entry to give up. */
export type LeaveWaitlistInput = {
  /** The entry. */
  readonly waitlistEntry: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The entry, or why it stays. */
export type LeaveWaitlistPayload = {
  /** The entry, null where the change was refused. */
  readonly waitlistEntry: Maybe<WaitlistEntry>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Appointment: Appointment;
  AvailabilityException: AvailabilityException;
  AvailabilityRule: AvailabilityRule;
  Doctor: Doctor;
  Clinic: Clinic;
  Patient: Patient;
  Schedule: Schedule;
  AppointmentSeries: AppointmentSeries;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Appointment:
    ( { __typename: 'Appointment' }
    & ( GraphQLRecursivePick<FederationTypes['Appointment'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Appointment'], {"nodeId":true}> ) );
  AvailabilityException:
    ( { __typename: 'AvailabilityException' }
    & ( GraphQLRecursivePick<FederationTypes['AvailabilityException'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['AvailabilityException'], {"nodeId":true}> ) );
  AvailabilityRule:
    ( { __typename: 'AvailabilityRule' }
    & ( GraphQLRecursivePick<FederationTypes['AvailabilityRule'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['AvailabilityRule'], {"nodeId":true}> ) );
  Doctor:
    ( { __typename: 'Doctor' }
    & GraphQLRecursivePick<FederationTypes['Doctor'], {"id":true}> );
  Clinic:
    ( { __typename: 'Clinic' }
    & GraphQLRecursivePick<FederationTypes['Clinic'], {"id":true}> );
  Patient:
    ( { __typename: 'Patient' }
    & GraphQLRecursivePick<FederationTypes['Patient'], {"id":true}> );
  Schedule:
    ( { __typename: 'Schedule' }
    & ( GraphQLRecursivePick<FederationTypes['Schedule'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Schedule'], {"nodeId":true}> ) );
  AppointmentSeries:
    ( { __typename: 'AppointmentSeries' }
    & ( GraphQLRecursivePick<FederationTypes['AppointmentSeries'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['AppointmentSeries'], {"nodeId":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AppointmentRow )
    | ( ExceptionRow )
    | ( RuleRow )
    | ( ScheduleRow )
    | ( SeriesRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CacheControlScope: CacheControlScope;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  LocalDateTime: ResolverTypeWrapper<Scalars['LocalDateTime']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  DateTimeRange: DateTimeRange;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  AppointmentUpdate: ResolverTypeWrapper<ToldUpdate>;
  AppointmentEvent: ResolverTypeWrapper<AppointmentEventRow>;
  AppointmentEventType: AppointmentEventType;
  AppointmentOverride: AppointmentOverride;
  AppointmentEventConnection: ResolverTypeWrapper<Connection<AppointmentEventRow>>;
  AppointmentEventEdge: ResolverTypeWrapper<Omit<AppointmentEventEdge, 'node'> & { node: ResolversTypes['AppointmentEvent'] }>;
  ViewerRole: ViewerRole;
  Appointment: ResolverTypeWrapper<AppointmentRow>;
  AppointmentStatus: AppointmentStatus;
  AppointmentFilter: AppointmentFilter;
  AppointmentOrder: AppointmentOrder;
  AppointmentConnection: ResolverTypeWrapper<Connection<AppointmentRow>>;
  AppointmentEdge: ResolverTypeWrapper<Omit<AppointmentEdge, 'node'> & { node: ResolversTypes['Appointment'] }>;
  AvailabilityChange: ResolverTypeWrapper<ToldChange>;
  CreateAvailabilityExceptionInput: CreateAvailabilityExceptionInput;
  CreateAvailabilityExceptionPayload: ResolverTypeWrapper<Omit<CreateAvailabilityExceptionPayload, 'availabilityException'> & { availabilityException?: Maybe<ResolversTypes['AvailabilityException']> }>;
  UpdateAvailabilityExceptionInput: UpdateAvailabilityExceptionInput;
  UpdateAvailabilityExceptionPayload: ResolverTypeWrapper<Omit<UpdateAvailabilityExceptionPayload, 'availabilityException'> & { availabilityException?: Maybe<ResolversTypes['AvailabilityException']> }>;
  DeleteAvailabilityExceptionInput: DeleteAvailabilityExceptionInput;
  DeleteAvailabilityExceptionPayload: ResolverTypeWrapper<DeleteAvailabilityExceptionPayload>;
  AvailabilityException: ResolverTypeWrapper<ExceptionRow>;
  AvailabilityExceptionKind: AvailabilityExceptionKind;
  AvailabilityExceptionConnection: ResolverTypeWrapper<Connection<ExceptionRow>>;
  AvailabilityExceptionEdge: ResolverTypeWrapper<Omit<AvailabilityExceptionEdge, 'node'> & { node: ResolversTypes['AvailabilityException'] }>;
  CreateAvailabilityRuleInput: CreateAvailabilityRuleInput;
  CreateAvailabilityRulePayload: ResolverTypeWrapper<Omit<CreateAvailabilityRulePayload, 'availabilityRule'> & { availabilityRule?: Maybe<ResolversTypes['AvailabilityRule']> }>;
  UpdateAvailabilityRuleInput: UpdateAvailabilityRuleInput;
  UpdateAvailabilityRulePayload: ResolverTypeWrapper<Omit<UpdateAvailabilityRulePayload, 'availabilityRule'> & { availabilityRule?: Maybe<ResolversTypes['AvailabilityRule']> }>;
  DeleteAvailabilityRuleInput: DeleteAvailabilityRuleInput;
  DeleteAvailabilityRulePayload: ResolverTypeWrapper<DeleteAvailabilityRulePayload>;
  AvailabilityRule: ResolverTypeWrapper<RuleRow>;
  DayOfWeek: DayOfWeek;
  AvailabilityRuleConnection: ResolverTypeWrapper<Connection<RuleRow>>;
  AvailabilityRuleEdge: ResolverTypeWrapper<Omit<AvailabilityRuleEdge, 'node'> & { node: ResolversTypes['AvailabilityRule'] }>;
  Slot: ResolverTypeWrapper<OfferedSlot>;
  SlotConnection: ResolverTypeWrapper<Connection<OfferedSlot>>;
  SlotEdge: ResolverTypeWrapper<Omit<SlotEdge, 'node'> & { node: ResolversTypes['Slot'] }>;
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: ResolverTypeWrapper<Omit<BookAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: ResolverTypeWrapper<Omit<RescheduleAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  CarePairInput: CarePairInput;
  SlotHold: ResolverTypeWrapper<HoldRow>;
  SlotHoldFilter: SlotHoldFilter;
  SlotHoldConnection: ResolverTypeWrapper<Connection<HoldRow>>;
  SlotHoldEdge: ResolverTypeWrapper<Omit<SlotHoldEdge, 'node'> & { node: ResolversTypes['SlotHold'] }>;
  HoldSlotInput: HoldSlotInput;
  HoldSlotPayload: ResolverTypeWrapper<Omit<HoldSlotPayload, 'slotHold'> & { slotHold?: Maybe<ResolversTypes['SlotHold']> }>;
  ReleaseHoldInput: ReleaseHoldInput;
  ReleaseHoldPayload: ResolverTypeWrapper<Omit<ReleaseHoldPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  Viewer: ResolverTypeWrapper<SignedViewer>;
  InboxEntry: ResolverTypeWrapper<ConversationRow>;
  InboxEntryConnection: ResolverTypeWrapper<Connection<ConversationRow>>;
  InboxEntryEdge: ResolverTypeWrapper<Omit<InboxEntryEdge, 'node'> & { node: ResolversTypes['InboxEntry'] }>;
  Message: ResolverTypeWrapper<MessageRow>;
  MessageConnection: ResolverTypeWrapper<Connection<MessageRow>>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  MarkMessagesReadInput: MarkMessagesReadInput;
  MarkMessagesReadPayload: ResolverTypeWrapper<Omit<MarkMessagesReadPayload, 'message'> & { message?: Maybe<ResolversTypes['Message']> }>;
  MessageEventType: MessageEventType;
  MessageUpdate: ResolverTypeWrapper<MessageUpdateSource>;
  InboxUpdate: ResolverTypeWrapper<InboxUpdateSource>;
  Doctor: ResolverTypeWrapper<Reference>;
  Clinic: ResolverTypeWrapper<Reference>;
  Patient: ResolverTypeWrapper<Reference>;
  HealthcareService: ResolverTypeWrapper<Reference>;
  Modality: Modality;
  CreateScheduleInput: CreateScheduleInput;
  CreateSchedulePayload: ResolverTypeWrapper<Omit<CreateSchedulePayload, 'schedule'> & { schedule?: Maybe<ResolversTypes['Schedule']> }>;
  UpdateScheduleInput: UpdateScheduleInput;
  UpdateSchedulePayload: ResolverTypeWrapper<Omit<UpdateSchedulePayload, 'schedule'> & { schedule?: Maybe<ResolversTypes['Schedule']> }>;
  Schedule: ResolverTypeWrapper<ScheduleRow>;
  AvailabilityFilter: AvailabilityFilter;
  TimeOfDayRange: TimeOfDayRange;
  AvailabilityConnection: ResolverTypeWrapper<Omit<AvailabilityConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AvailabilityEdge']> }>;
  AvailabilityEdge: ResolverTypeWrapper<Omit<AvailabilityEdge, 'node'> & { node: ResolversTypes['Slot'] }>;
  RecurrenceInput: RecurrenceInput;
  SeriesConflictHandling: SeriesConflictHandling;
  SeriesScope: SeriesScope;
  SeriesConflict: ResolverTypeWrapper<SeriesConflict>;
  BookAppointmentSeriesInput: BookAppointmentSeriesInput;
  BookAppointmentSeriesPayload: ResolverTypeWrapper<Omit<BookAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversTypes['AppointmentSeries']> }>;
  CancelAppointmentSeriesInput: CancelAppointmentSeriesInput;
  CancelAppointmentSeriesPayload: ResolverTypeWrapper<Omit<CancelAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversTypes['AppointmentSeries']> }>;
  RescheduleAppointmentSeriesInput: RescheduleAppointmentSeriesInput;
  RescheduleAppointmentSeriesPayload: ResolverTypeWrapper<Omit<RescheduleAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversTypes['AppointmentSeries']> }>;
  AppointmentSeries: ResolverTypeWrapper<SeriesRow>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  StreamPosition: StreamPosition;
  StreamEvent: ResolverTypeWrapper<StreamEvent>;
  StreamHead: ResolverTypeWrapper<StreamHead>;
  StreamBounds: ResolverTypeWrapper<StreamBounds>;
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: ResolverTypeWrapper<Omit<CancelAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  MarkAppointmentArrivedInput: MarkAppointmentArrivedInput;
  MarkAppointmentArrivedPayload: ResolverTypeWrapper<Omit<MarkAppointmentArrivedPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  CheckInAppointmentInput: CheckInAppointmentInput;
  CheckInAppointmentPayload: ResolverTypeWrapper<Omit<CheckInAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  FulfilAppointmentInput: FulfilAppointmentInput;
  FulfilAppointmentPayload: ResolverTypeWrapper<Omit<FulfilAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: ResolverTypeWrapper<Omit<MarkAppointmentNoShowPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  ReviveAppointmentInput: ReviveAppointmentInput;
  ReviveAppointmentPayload: ResolverTypeWrapper<Omit<ReviveAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  MarkAppointmentEnteredInErrorInput: MarkAppointmentEnteredInErrorInput;
  MarkAppointmentEnteredInErrorPayload: ResolverTypeWrapper<Omit<MarkAppointmentEnteredInErrorPayload, 'appointment'> & { appointment?: Maybe<ResolversTypes['Appointment']> }>;
  VideoSession: ResolverTypeWrapper<VideoSessionRow>;
  VideoSessionStatus: VideoSessionStatus;
  VideoSessionUpdate: ResolverTypeWrapper<ToldSession>;
  VideoSessionEventType: VideoSessionEventType;
  WaitlistEntry: ResolverTypeWrapper<WaitlistRow>;
  WaitlistStatus: WaitlistStatus;
  WaitlistFilter: WaitlistFilter;
  WaitlistEntryConnection: ResolverTypeWrapper<Connection<WaitlistRow>>;
  WaitlistEntryEdge: ResolverTypeWrapper<Omit<WaitlistEntryEdge, 'node'> & { node: ResolversTypes['WaitlistEntry'] }>;
  JoinWaitlistInput: JoinWaitlistInput;
  JoinWaitlistPayload: ResolverTypeWrapper<Omit<JoinWaitlistPayload, 'waitlistEntry'> & { waitlistEntry?: Maybe<ResolversTypes['WaitlistEntry']> }>;
  LeaveWaitlistInput: LeaveWaitlistInput;
  LeaveWaitlistPayload: ResolverTypeWrapper<Omit<LeaveWaitlistPayload, 'waitlistEntry'> & { waitlistEntry?: Maybe<ResolversTypes['WaitlistEntry']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  Mutation: Record<PropertyKey, never>;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  LocalDateTime: Scalars['LocalDateTime']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  DateTimeRange: DateTimeRange;
  PageInfo: PageInfo;
  UserError: UserError;
  AppointmentUpdate: ToldUpdate;
  AppointmentEvent: AppointmentEventRow;
  AppointmentEventConnection: Connection<AppointmentEventRow>;
  AppointmentEventEdge: Omit<AppointmentEventEdge, 'node'> & { node: ResolversParentTypes['AppointmentEvent'] };
  Appointment: AppointmentRow;
  AppointmentFilter: AppointmentFilter;
  AppointmentConnection: Connection<AppointmentRow>;
  AppointmentEdge: Omit<AppointmentEdge, 'node'> & { node: ResolversParentTypes['Appointment'] };
  AvailabilityChange: ToldChange;
  CreateAvailabilityExceptionInput: CreateAvailabilityExceptionInput;
  CreateAvailabilityExceptionPayload: Omit<CreateAvailabilityExceptionPayload, 'availabilityException'> & { availabilityException?: Maybe<ResolversParentTypes['AvailabilityException']> };
  UpdateAvailabilityExceptionInput: UpdateAvailabilityExceptionInput;
  UpdateAvailabilityExceptionPayload: Omit<UpdateAvailabilityExceptionPayload, 'availabilityException'> & { availabilityException?: Maybe<ResolversParentTypes['AvailabilityException']> };
  DeleteAvailabilityExceptionInput: DeleteAvailabilityExceptionInput;
  DeleteAvailabilityExceptionPayload: DeleteAvailabilityExceptionPayload;
  AvailabilityException: ExceptionRow;
  AvailabilityExceptionConnection: Connection<ExceptionRow>;
  AvailabilityExceptionEdge: Omit<AvailabilityExceptionEdge, 'node'> & { node: ResolversParentTypes['AvailabilityException'] };
  CreateAvailabilityRuleInput: CreateAvailabilityRuleInput;
  CreateAvailabilityRulePayload: Omit<CreateAvailabilityRulePayload, 'availabilityRule'> & { availabilityRule?: Maybe<ResolversParentTypes['AvailabilityRule']> };
  UpdateAvailabilityRuleInput: UpdateAvailabilityRuleInput;
  UpdateAvailabilityRulePayload: Omit<UpdateAvailabilityRulePayload, 'availabilityRule'> & { availabilityRule?: Maybe<ResolversParentTypes['AvailabilityRule']> };
  DeleteAvailabilityRuleInput: DeleteAvailabilityRuleInput;
  DeleteAvailabilityRulePayload: DeleteAvailabilityRulePayload;
  AvailabilityRule: RuleRow;
  AvailabilityRuleConnection: Connection<RuleRow>;
  AvailabilityRuleEdge: Omit<AvailabilityRuleEdge, 'node'> & { node: ResolversParentTypes['AvailabilityRule'] };
  Slot: OfferedSlot;
  SlotConnection: Connection<OfferedSlot>;
  SlotEdge: Omit<SlotEdge, 'node'> & { node: ResolversParentTypes['Slot'] };
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: Omit<BookAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: Omit<RescheduleAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  CarePairInput: CarePairInput;
  SlotHold: HoldRow;
  SlotHoldFilter: SlotHoldFilter;
  SlotHoldConnection: Connection<HoldRow>;
  SlotHoldEdge: Omit<SlotHoldEdge, 'node'> & { node: ResolversParentTypes['SlotHold'] };
  HoldSlotInput: HoldSlotInput;
  HoldSlotPayload: Omit<HoldSlotPayload, 'slotHold'> & { slotHold?: Maybe<ResolversParentTypes['SlotHold']> };
  ReleaseHoldInput: ReleaseHoldInput;
  ReleaseHoldPayload: Omit<ReleaseHoldPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  Viewer: SignedViewer;
  InboxEntry: ConversationRow;
  InboxEntryConnection: Connection<ConversationRow>;
  InboxEntryEdge: Omit<InboxEntryEdge, 'node'> & { node: ResolversParentTypes['InboxEntry'] };
  Message: MessageRow;
  MessageConnection: Connection<MessageRow>;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  MarkMessagesReadInput: MarkMessagesReadInput;
  MarkMessagesReadPayload: Omit<MarkMessagesReadPayload, 'message'> & { message?: Maybe<ResolversParentTypes['Message']> };
  MessageUpdate: MessageUpdateSource;
  InboxUpdate: InboxUpdateSource;
  Doctor: Reference;
  Clinic: Reference;
  Patient: Reference;
  HealthcareService: Reference;
  CreateScheduleInput: CreateScheduleInput;
  CreateSchedulePayload: Omit<CreateSchedulePayload, 'schedule'> & { schedule?: Maybe<ResolversParentTypes['Schedule']> };
  UpdateScheduleInput: UpdateScheduleInput;
  UpdateSchedulePayload: Omit<UpdateSchedulePayload, 'schedule'> & { schedule?: Maybe<ResolversParentTypes['Schedule']> };
  Schedule: ScheduleRow;
  AvailabilityFilter: AvailabilityFilter;
  TimeOfDayRange: TimeOfDayRange;
  AvailabilityConnection: Omit<AvailabilityConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AvailabilityEdge']> };
  AvailabilityEdge: Omit<AvailabilityEdge, 'node'> & { node: ResolversParentTypes['Slot'] };
  RecurrenceInput: RecurrenceInput;
  SeriesConflict: SeriesConflict;
  BookAppointmentSeriesInput: BookAppointmentSeriesInput;
  BookAppointmentSeriesPayload: Omit<BookAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversParentTypes['AppointmentSeries']> };
  CancelAppointmentSeriesInput: CancelAppointmentSeriesInput;
  CancelAppointmentSeriesPayload: Omit<CancelAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversParentTypes['AppointmentSeries']> };
  RescheduleAppointmentSeriesInput: RescheduleAppointmentSeriesInput;
  RescheduleAppointmentSeriesPayload: Omit<RescheduleAppointmentSeriesPayload, 'appointmentSeries'> & { appointmentSeries?: Maybe<ResolversParentTypes['AppointmentSeries']> };
  AppointmentSeries: SeriesRow;
  Subscription: Record<PropertyKey, never>;
  StreamPosition: StreamPosition;
  StreamEvent: StreamEvent;
  StreamHead: StreamHead;
  StreamBounds: StreamBounds;
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: Omit<CancelAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  MarkAppointmentArrivedInput: MarkAppointmentArrivedInput;
  MarkAppointmentArrivedPayload: Omit<MarkAppointmentArrivedPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  CheckInAppointmentInput: CheckInAppointmentInput;
  CheckInAppointmentPayload: Omit<CheckInAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  FulfilAppointmentInput: FulfilAppointmentInput;
  FulfilAppointmentPayload: Omit<FulfilAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: Omit<MarkAppointmentNoShowPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  ReviveAppointmentInput: ReviveAppointmentInput;
  ReviveAppointmentPayload: Omit<ReviveAppointmentPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  MarkAppointmentEnteredInErrorInput: MarkAppointmentEnteredInErrorInput;
  MarkAppointmentEnteredInErrorPayload: Omit<MarkAppointmentEnteredInErrorPayload, 'appointment'> & { appointment?: Maybe<ResolversParentTypes['Appointment']> };
  VideoSession: VideoSessionRow;
  VideoSessionUpdate: ToldSession;
  WaitlistEntry: WaitlistRow;
  WaitlistFilter: WaitlistFilter;
  WaitlistEntryConnection: Connection<WaitlistRow>;
  WaitlistEntryEdge: Omit<WaitlistEntryEdge, 'node'> & { node: ResolversParentTypes['WaitlistEntry'] };
  JoinWaitlistInput: JoinWaitlistInput;
  JoinWaitlistPayload: Omit<JoinWaitlistPayload, 'waitlistEntry'> & { waitlistEntry?: Maybe<ResolversParentTypes['WaitlistEntry']> };
  LeaveWaitlistInput: LeaveWaitlistInput;
  LeaveWaitlistPayload: Omit<LeaveWaitlistPayload, 'waitlistEntry'> & { waitlistEntry?: Maybe<ResolversParentTypes['WaitlistEntry']> };
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type CacheControlDirectiveArgs = {
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryAppointmentArgs, 'id'>>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsArgs, 'orderBy'>>;
  treats?: Resolver<ReadonlyArray<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<QueryTreatsArgs, 'pairs'>>;
  slotHolds?: Resolver<ResolversTypes['SlotHoldConnection'], ParentType, ContextType, Partial<QuerySlotHoldsArgs>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<QueryScheduleArgs, 'id'>>;
  searchAvailability?: Resolver<ResolversTypes['AvailabilityConnection'], ParentType, ContextType, RequireFields<QuerySearchAvailabilityArgs, 'filter'>>;
  appointmentSeries?: Resolver<Maybe<ResolversTypes['AppointmentSeries']>, ParentType, ContextType, RequireFields<QueryAppointmentSeriesArgs, 'id'>>;
  updatesCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  streamEvents?: Resolver<ReadonlyArray<ResolversTypes['StreamEvent']>, ParentType, ContextType, RequireFields<QueryStreamEventsArgs, 'streams' | 'first'>>;
  streamHeads?: Resolver<ReadonlyArray<ResolversTypes['StreamHead']>, ParentType, ContextType, RequireFields<QueryStreamHeadsArgs, 'topics'>>;
  streamNews?: Resolver<ReadonlyArray<ResolversTypes['StreamHead']>, ParentType, ContextType, RequireFields<QueryStreamNewsArgs, 'after' | 'first'>>;
  streamBounds?: Resolver<ResolversTypes['StreamBounds'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createAvailabilityException?: Resolver<ResolversTypes['CreateAvailabilityExceptionPayload'], ParentType, ContextType, RequireFields<MutationCreateAvailabilityExceptionArgs, 'input'>>;
  updateAvailabilityException?: Resolver<ResolversTypes['UpdateAvailabilityExceptionPayload'], ParentType, ContextType, RequireFields<MutationUpdateAvailabilityExceptionArgs, 'input'>>;
  deleteAvailabilityException?: Resolver<ResolversTypes['DeleteAvailabilityExceptionPayload'], ParentType, ContextType, RequireFields<MutationDeleteAvailabilityExceptionArgs, 'input'>>;
  createAvailabilityRule?: Resolver<ResolversTypes['CreateAvailabilityRulePayload'], ParentType, ContextType, RequireFields<MutationCreateAvailabilityRuleArgs, 'input'>>;
  updateAvailabilityRule?: Resolver<ResolversTypes['UpdateAvailabilityRulePayload'], ParentType, ContextType, RequireFields<MutationUpdateAvailabilityRuleArgs, 'input'>>;
  deleteAvailabilityRule?: Resolver<ResolversTypes['DeleteAvailabilityRulePayload'], ParentType, ContextType, RequireFields<MutationDeleteAvailabilityRuleArgs, 'input'>>;
  bookAppointment?: Resolver<ResolversTypes['BookAppointmentPayload'], ParentType, ContextType, RequireFields<MutationBookAppointmentArgs, 'input'>>;
  rescheduleAppointment?: Resolver<ResolversTypes['RescheduleAppointmentPayload'], ParentType, ContextType, RequireFields<MutationRescheduleAppointmentArgs, 'input'>>;
  holdSlot?: Resolver<ResolversTypes['HoldSlotPayload'], ParentType, ContextType, RequireFields<MutationHoldSlotArgs, 'input'>>;
  releaseHold?: Resolver<ResolversTypes['ReleaseHoldPayload'], ParentType, ContextType, RequireFields<MutationReleaseHoldArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  markMessagesRead?: Resolver<ResolversTypes['MarkMessagesReadPayload'], ParentType, ContextType, RequireFields<MutationMarkMessagesReadArgs, 'input'>>;
  createSchedule?: Resolver<ResolversTypes['CreateSchedulePayload'], ParentType, ContextType, RequireFields<MutationCreateScheduleArgs, 'input'>>;
  updateSchedule?: Resolver<ResolversTypes['UpdateSchedulePayload'], ParentType, ContextType, RequireFields<MutationUpdateScheduleArgs, 'input'>>;
  bookAppointmentSeries?: Resolver<ResolversTypes['BookAppointmentSeriesPayload'], ParentType, ContextType, RequireFields<MutationBookAppointmentSeriesArgs, 'input'>>;
  cancelAppointmentSeries?: Resolver<ResolversTypes['CancelAppointmentSeriesPayload'], ParentType, ContextType, RequireFields<MutationCancelAppointmentSeriesArgs, 'input'>>;
  rescheduleAppointmentSeries?: Resolver<ResolversTypes['RescheduleAppointmentSeriesPayload'], ParentType, ContextType, RequireFields<MutationRescheduleAppointmentSeriesArgs, 'input'>>;
  cancelAppointment?: Resolver<ResolversTypes['CancelAppointmentPayload'], ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'input'>>;
  markAppointmentArrived?: Resolver<ResolversTypes['MarkAppointmentArrivedPayload'], ParentType, ContextType, RequireFields<MutationMarkAppointmentArrivedArgs, 'input'>>;
  checkInAppointment?: Resolver<ResolversTypes['CheckInAppointmentPayload'], ParentType, ContextType, RequireFields<MutationCheckInAppointmentArgs, 'input'>>;
  fulfilAppointment?: Resolver<ResolversTypes['FulfilAppointmentPayload'], ParentType, ContextType, RequireFields<MutationFulfilAppointmentArgs, 'input'>>;
  markAppointmentNoShow?: Resolver<ResolversTypes['MarkAppointmentNoShowPayload'], ParentType, ContextType, RequireFields<MutationMarkAppointmentNoShowArgs, 'input'>>;
  reviveAppointment?: Resolver<ResolversTypes['ReviveAppointmentPayload'], ParentType, ContextType, RequireFields<MutationReviveAppointmentArgs, 'input'>>;
  markAppointmentEnteredInError?: Resolver<ResolversTypes['MarkAppointmentEnteredInErrorPayload'], ParentType, ContextType, RequireFields<MutationMarkAppointmentEnteredInErrorArgs, 'input'>>;
  joinWaitlist?: Resolver<ResolversTypes['JoinWaitlistPayload'], ParentType, ContextType, RequireFields<MutationJoinWaitlistArgs, 'input'>>;
  leaveWaitlist?: Resolver<ResolversTypes['LeaveWaitlistPayload'], ParentType, ContextType, RequireFields<MutationLeaveWaitlistArgs, 'input'>>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'AvailabilityException' | 'AvailabilityRule' | 'Schedule' | 'AppointmentSeries', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type AppointmentUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentUpdate'] = ResolversParentTypes['AppointmentUpdate']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AppointmentEventType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  appointmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
};

export type AppointmentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEvent'] = ResolversParentTypes['AppointmentEvent']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AppointmentEventType'], ParentType, ContextType>;
  fromStatus?: Resolver<Maybe<ResolversTypes['AppointmentStatus']>, ParentType, ContextType>;
  toStatus?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  previousStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  previousEnd?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actorRole?: Resolver<ResolversTypes['ViewerRole'], ParentType, ContextType>;
  overrides?: Resolver<ReadonlyArray<ResolversTypes['AppointmentOverride']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AppointmentEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEventConnection'] = ResolversParentTypes['AppointmentEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppointmentEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEventEdge'] = ResolversParentTypes['AppointmentEventEdge']> = {
  node?: Resolver<ResolversTypes['AppointmentEvent'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment'], FederationReferenceType extends FederationReferenceTypes['Appointment'] = FederationReferenceTypes['Appointment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Appointment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  modality?: Resolver<ResolversTypes['Modality'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['AppointmentEventConnection'], ParentType, ContextType, Partial<AppointmentEventsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<AppointmentMessagesArgs>>;
  series?: Resolver<Maybe<ResolversTypes['AppointmentSeries']>, ParentType, ContextType>;
  seriesNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  videoSession?: Resolver<Maybe<ResolversTypes['VideoSession']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppointmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEdge'] = ResolversParentTypes['AppointmentEdge']> = {
  node?: Resolver<ResolversTypes['Appointment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AvailabilityChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityChange'] = ResolversParentTypes['AvailabilityChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
};

export type CreateAvailabilityExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAvailabilityExceptionPayload'] = ResolversParentTypes['CreateAvailabilityExceptionPayload']> = {
  availabilityException?: Resolver<Maybe<ResolversTypes['AvailabilityException']>, ParentType, ContextType>;
  affectedAppointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateAvailabilityExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateAvailabilityExceptionPayload'] = ResolversParentTypes['UpdateAvailabilityExceptionPayload']> = {
  availabilityException?: Resolver<Maybe<ResolversTypes['AvailabilityException']>, ParentType, ContextType>;
  affectedAppointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAvailabilityExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAvailabilityExceptionPayload'] = ResolversParentTypes['DeleteAvailabilityExceptionPayload']> = {
  deletedAvailabilityExceptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  affectedAppointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AvailabilityExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityException'] = ResolversParentTypes['AvailabilityException'], FederationReferenceType extends FederationReferenceTypes['AvailabilityException'] = FederationReferenceTypes['AvailabilityException']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AvailabilityException']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AvailabilityExceptionKind'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityExceptionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExceptionConnection'] = ResolversParentTypes['AvailabilityExceptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityExceptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AvailabilityExceptionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExceptionEdge'] = ResolversParentTypes['AvailabilityExceptionEdge']> = {
  node?: Resolver<ResolversTypes['AvailabilityException'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateAvailabilityRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAvailabilityRulePayload'] = ResolversParentTypes['CreateAvailabilityRulePayload']> = {
  availabilityRule?: Resolver<Maybe<ResolversTypes['AvailabilityRule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateAvailabilityRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateAvailabilityRulePayload'] = ResolversParentTypes['UpdateAvailabilityRulePayload']> = {
  availabilityRule?: Resolver<Maybe<ResolversTypes['AvailabilityRule']>, ParentType, ContextType>;
  affectedAppointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAvailabilityRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAvailabilityRulePayload'] = ResolversParentTypes['DeleteAvailabilityRulePayload']> = {
  deletedAvailabilityRuleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  affectedAppointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AvailabilityRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityRule'] = ResolversParentTypes['AvailabilityRule'], FederationReferenceType extends FederationReferenceTypes['AvailabilityRule'] = FederationReferenceTypes['AvailabilityRule']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AvailabilityRule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  dayOfWeek?: Resolver<ResolversTypes['DayOfWeek'], ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  endTime?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  modalities?: Resolver<ReadonlyArray<ResolversTypes['Modality']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityRuleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityRuleConnection'] = ResolversParentTypes['AvailabilityRuleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityRuleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AvailabilityRuleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityRuleEdge'] = ResolversParentTypes['AvailabilityRuleEdge']> = {
  node?: Resolver<ResolversTypes['AvailabilityRule'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  localStart?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType, Partial<SlotLocalStartArgs>>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  modalities?: Resolver<ReadonlyArray<ResolversTypes['Modality']>, ParentType, ContextType>;
};

export type SlotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotConnection'] = ResolversParentTypes['SlotConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SlotEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotEdge'] = ResolversParentTypes['SlotEdge']> = {
  node?: Resolver<ResolversTypes['Slot'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BookAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookAppointmentPayload'] = ResolversParentTypes['BookAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RescheduleAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleAppointmentPayload'] = ResolversParentTypes['RescheduleAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SlotHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotHold'] = ResolversParentTypes['SlotHold']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  modality?: Resolver<ResolversTypes['Modality'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
};

export type SlotHoldConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotHoldConnection'] = ResolversParentTypes['SlotHoldConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SlotHoldEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlotHoldEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotHoldEdge'] = ResolversParentTypes['SlotHoldEdge']> = {
  node?: Resolver<ResolversTypes['SlotHold'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldSlotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldSlotPayload'] = ResolversParentTypes['HoldSlotPayload']> = {
  slotHold?: Resolver<Maybe<ResolversTypes['SlotHold']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReleaseHoldPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseHoldPayload'] = ResolversParentTypes['ReleaseHoldPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  inbox?: Resolver<ResolversTypes['InboxEntryConnection'], ParentType, ContextType, Partial<ViewerInboxArgs>>;
};

export type InboxEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEntry'] = ResolversParentTypes['InboxEntry']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  lastMessage?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEntryConnection'] = ResolversParentTypes['InboxEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InboxEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEntryEdge'] = ResolversParentTypes['InboxEntryEdge']> = {
  node?: Resolver<ResolversTypes['InboxEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  authorRole?: Resolver<ResolversTypes['ViewerRole'], ParentType, ContextType>;
  isMine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readBy?: Resolver<Maybe<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkMessagesReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkMessagesReadPayload'] = ResolversParentTypes['MarkMessagesReadPayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MessageUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageUpdate'] = ResolversParentTypes['MessageUpdate']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MessageEventType'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type InboxUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxUpdate'] = ResolversParentTypes['InboxUpdate']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MessageEventType'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['InboxEntry'], ParentType, ContextType>;
};

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor'], FederationReferenceType extends FederationReferenceTypes['Doctor'] = FederationReferenceTypes['Doctor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Doctor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<DoctorAppointmentsArgs, 'orderBy'>>;
  availableSlots?: Resolver<ResolversTypes['SlotConnection'], ParentType, ContextType, RequireFields<DoctorAvailableSlotsArgs, 'from' | 'to' | 'service'>>;
  nextAvailableSlot?: Resolver<Maybe<ResolversTypes['Slot']>, ParentType, ContextType, RequireFields<DoctorNextAvailableSlotArgs, 'service'>>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  waitlistEntries?: Resolver<ResolversTypes['WaitlistEntryConnection'], ParentType, ContextType, Partial<DoctorWaitlistEntriesArgs>>;
};

export type ClinicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clinic'] = ResolversParentTypes['Clinic'], FederationReferenceType extends FederationReferenceTypes['Clinic'] = FederationReferenceTypes['Clinic']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Clinic']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<ClinicAppointmentsArgs, 'orderBy'>>;
};

export type PatientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Patient'] = ResolversParentTypes['Patient'], FederationReferenceType extends FederationReferenceTypes['Patient'] = FederationReferenceTypes['Patient']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Patient']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<PatientAppointmentsArgs, 'orderBy'>>;
  waitlistEntries?: Resolver<ResolversTypes['WaitlistEntryConnection'], ParentType, ContextType, Partial<PatientWaitlistEntriesArgs>>;
};

export type HealthcareServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareService'] = ResolversParentTypes['HealthcareService']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSchedulePayload'] = ResolversParentTypes['CreateSchedulePayload']> = {
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSchedulePayload'] = ResolversParentTypes['UpdateSchedulePayload']> = {
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule'], FederationReferenceType extends FederationReferenceTypes['Schedule'] = FederationReferenceTypes['Schedule']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Schedule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  slotMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumNoticeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  planningHorizonDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxOverbooking?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  availabilityRules?: Resolver<ResolversTypes['AvailabilityRuleConnection'], ParentType, ContextType, Partial<ScheduleAvailabilityRulesArgs>>;
  availabilityExceptions?: Resolver<ResolversTypes['AvailabilityExceptionConnection'], ParentType, ContextType, Partial<ScheduleAvailabilityExceptionsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityConnection'] = ResolversParentTypes['AvailabilityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AvailabilityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityEdge'] = ResolversParentTypes['AvailabilityEdge']> = {
  node?: Resolver<ResolversTypes['Slot'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeriesConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeriesConflict'] = ResolversParentTypes['SeriesConflict']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BookAppointmentSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookAppointmentSeriesPayload'] = ResolversParentTypes['BookAppointmentSeriesPayload']> = {
  appointmentSeries?: Resolver<Maybe<ResolversTypes['AppointmentSeries']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['SeriesConflict']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelAppointmentSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAppointmentSeriesPayload'] = ResolversParentTypes['CancelAppointmentSeriesPayload']> = {
  appointmentSeries?: Resolver<Maybe<ResolversTypes['AppointmentSeries']>, ParentType, ContextType>;
  cancelledAppointmentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RescheduleAppointmentSeriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleAppointmentSeriesPayload'] = ResolversParentTypes['RescheduleAppointmentSeriesPayload']> = {
  appointmentSeries?: Resolver<Maybe<ResolversTypes['AppointmentSeries']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['SeriesConflict']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppointmentSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentSeries'] = ResolversParentTypes['AppointmentSeries'], FederationReferenceType extends FederationReferenceTypes['AppointmentSeries'] = FederationReferenceTypes['AppointmentSeries']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AppointmentSeries']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  modality?: Resolver<ResolversTypes['Modality'], ParentType, ContextType>;
  startDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  startTime?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  everyWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, Partial<AppointmentSeriesAppointmentsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context> = {
  appointmentUpdated?: StreamField<RequireFields<SubscriptionAppointmentUpdatedArgs, 'id'>, ContextType, Maybe<ResolversTypes['AppointmentUpdate']>>;
  patientAppointmentsUpdated?: StreamField<RequireFields<SubscriptionPatientAppointmentsUpdatedArgs, 'patient'>, ContextType, Maybe<ResolversTypes['AppointmentUpdate']>>;
  doctorScheduleUpdated?: StreamField<RequireFields<SubscriptionDoctorScheduleUpdatedArgs, 'doctor'>, ContextType, Maybe<ResolversTypes['AppointmentUpdate']>>;
  clinicBoardUpdated?: StreamField<RequireFields<SubscriptionClinicBoardUpdatedArgs, 'clinic' | 'date'>, ContextType, Maybe<ResolversTypes['AppointmentUpdate']>>;
  availabilityChanged?: StreamField<RequireFields<SubscriptionAvailabilityChangedArgs, 'doctor' | 'from' | 'to'>, ContextType, Maybe<ResolversTypes['AvailabilityChange']>>;
  messageReceived?: StreamField<RequireFields<SubscriptionMessageReceivedArgs, 'appointment'>, ContextType, Maybe<ResolversTypes['MessageUpdate']>>;
  inboxUpdated?: StreamField<Partial<SubscriptionInboxUpdatedArgs>, ContextType, Maybe<ResolversTypes['InboxUpdate']>>;
  videoSessionUpdated?: StreamField<RequireFields<SubscriptionVideoSessionUpdatedArgs, 'appointment'>, ContextType, Maybe<ResolversTypes['VideoSessionUpdate']>>;
};

export type StreamEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StreamEvent'] = ResolversParentTypes['StreamEvent']> = {
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  aggregateType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aggregateId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StreamHeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StreamHead'] = ResolversParentTypes['StreamHead']> = {
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StreamBoundsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StreamBounds'] = ResolversParentTypes['StreamBounds']> = {
  start?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CancelAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAppointmentPayload'] = ResolversParentTypes['CancelAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkAppointmentArrivedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAppointmentArrivedPayload'] = ResolversParentTypes['MarkAppointmentArrivedPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CheckInAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckInAppointmentPayload'] = ResolversParentTypes['CheckInAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FulfilAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfilAppointmentPayload'] = ResolversParentTypes['FulfilAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkAppointmentNoShowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAppointmentNoShowPayload'] = ResolversParentTypes['MarkAppointmentNoShowPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviveAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviveAppointmentPayload'] = ResolversParentTypes['ReviveAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkAppointmentEnteredInErrorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAppointmentEnteredInErrorPayload'] = ResolversParentTypes['MarkAppointmentEnteredInErrorPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VideoSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoSession'] = ResolversParentTypes['VideoSession']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VideoSessionStatus'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoSessionUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoSessionUpdate'] = ResolversParentTypes['VideoSessionUpdate']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['VideoSessionEventType'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  videoSession?: Resolver<ResolversTypes['VideoSession'], ParentType, ContextType>;
};

export type WaitlistEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitlistEntry'] = ResolversParentTypes['WaitlistEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  modality?: Resolver<Maybe<ResolversTypes['Modality']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WaitlistStatus'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['SlotHold']>, ParentType, ContextType>;
  offerExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WaitlistEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitlistEntryConnection'] = ResolversParentTypes['WaitlistEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WaitlistEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaitlistEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitlistEntryEdge'] = ResolversParentTypes['WaitlistEntryEdge']> = {
  node?: Resolver<ResolversTypes['WaitlistEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JoinWaitlistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinWaitlistPayload'] = ResolversParentTypes['JoinWaitlistPayload']> = {
  waitlistEntry?: Resolver<Maybe<ResolversTypes['WaitlistEntry']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LeaveWaitlistPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaveWaitlistPayload'] = ResolversParentTypes['LeaveWaitlistPayload']> = {
  waitlistEntry?: Resolver<Maybe<ResolversTypes['WaitlistEntry']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  LocalDateTime?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  AppointmentUpdate?: AppointmentUpdateResolvers<ContextType>;
  AppointmentEvent?: AppointmentEventResolvers<ContextType>;
  AppointmentEventConnection?: AppointmentEventConnectionResolvers<ContextType>;
  AppointmentEventEdge?: AppointmentEventEdgeResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  AvailabilityChange?: AvailabilityChangeResolvers<ContextType>;
  CreateAvailabilityExceptionPayload?: CreateAvailabilityExceptionPayloadResolvers<ContextType>;
  UpdateAvailabilityExceptionPayload?: UpdateAvailabilityExceptionPayloadResolvers<ContextType>;
  DeleteAvailabilityExceptionPayload?: DeleteAvailabilityExceptionPayloadResolvers<ContextType>;
  AvailabilityException?: AvailabilityExceptionResolvers<ContextType>;
  AvailabilityExceptionConnection?: AvailabilityExceptionConnectionResolvers<ContextType>;
  AvailabilityExceptionEdge?: AvailabilityExceptionEdgeResolvers<ContextType>;
  CreateAvailabilityRulePayload?: CreateAvailabilityRulePayloadResolvers<ContextType>;
  UpdateAvailabilityRulePayload?: UpdateAvailabilityRulePayloadResolvers<ContextType>;
  DeleteAvailabilityRulePayload?: DeleteAvailabilityRulePayloadResolvers<ContextType>;
  AvailabilityRule?: AvailabilityRuleResolvers<ContextType>;
  AvailabilityRuleConnection?: AvailabilityRuleConnectionResolvers<ContextType>;
  AvailabilityRuleEdge?: AvailabilityRuleEdgeResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  SlotConnection?: SlotConnectionResolvers<ContextType>;
  SlotEdge?: SlotEdgeResolvers<ContextType>;
  BookAppointmentPayload?: BookAppointmentPayloadResolvers<ContextType>;
  RescheduleAppointmentPayload?: RescheduleAppointmentPayloadResolvers<ContextType>;
  SlotHold?: SlotHoldResolvers<ContextType>;
  SlotHoldConnection?: SlotHoldConnectionResolvers<ContextType>;
  SlotHoldEdge?: SlotHoldEdgeResolvers<ContextType>;
  HoldSlotPayload?: HoldSlotPayloadResolvers<ContextType>;
  ReleaseHoldPayload?: ReleaseHoldPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  InboxEntry?: InboxEntryResolvers<ContextType>;
  InboxEntryConnection?: InboxEntryConnectionResolvers<ContextType>;
  InboxEntryEdge?: InboxEntryEdgeResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  MarkMessagesReadPayload?: MarkMessagesReadPayloadResolvers<ContextType>;
  MessageUpdate?: MessageUpdateResolvers<ContextType>;
  InboxUpdate?: InboxUpdateResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  HealthcareService?: HealthcareServiceResolvers<ContextType>;
  CreateSchedulePayload?: CreateSchedulePayloadResolvers<ContextType>;
  UpdateSchedulePayload?: UpdateSchedulePayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  AvailabilityConnection?: AvailabilityConnectionResolvers<ContextType>;
  AvailabilityEdge?: AvailabilityEdgeResolvers<ContextType>;
  SeriesConflict?: SeriesConflictResolvers<ContextType>;
  BookAppointmentSeriesPayload?: BookAppointmentSeriesPayloadResolvers<ContextType>;
  CancelAppointmentSeriesPayload?: CancelAppointmentSeriesPayloadResolvers<ContextType>;
  RescheduleAppointmentSeriesPayload?: RescheduleAppointmentSeriesPayloadResolvers<ContextType>;
  AppointmentSeries?: AppointmentSeriesResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  StreamEvent?: StreamEventResolvers<ContextType>;
  StreamHead?: StreamHeadResolvers<ContextType>;
  StreamBounds?: StreamBoundsResolvers<ContextType>;
  CancelAppointmentPayload?: CancelAppointmentPayloadResolvers<ContextType>;
  MarkAppointmentArrivedPayload?: MarkAppointmentArrivedPayloadResolvers<ContextType>;
  CheckInAppointmentPayload?: CheckInAppointmentPayloadResolvers<ContextType>;
  FulfilAppointmentPayload?: FulfilAppointmentPayloadResolvers<ContextType>;
  MarkAppointmentNoShowPayload?: MarkAppointmentNoShowPayloadResolvers<ContextType>;
  ReviveAppointmentPayload?: ReviveAppointmentPayloadResolvers<ContextType>;
  MarkAppointmentEnteredInErrorPayload?: MarkAppointmentEnteredInErrorPayloadResolvers<ContextType>;
  VideoSession?: VideoSessionResolvers<ContextType>;
  VideoSessionUpdate?: VideoSessionUpdateResolvers<ContextType>;
  WaitlistEntry?: WaitlistEntryResolvers<ContextType>;
  WaitlistEntryConnection?: WaitlistEntryConnectionResolvers<ContextType>;
  WaitlistEntryEdge?: WaitlistEntryEdgeResolvers<ContextType>;
  JoinWaitlistPayload?: JoinWaitlistPayloadResolvers<ContextType>;
  LeaveWaitlistPayload?: LeaveWaitlistPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
