import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { AccessLogRow } from '../access-log/queries.ts';
import type { Reference } from '../reference/reference.ts';
import type { AttachmentRow } from '../attachment/queries.ts';
import type { MedicalRecordRow } from '../medical-record/queries.ts';
import type { VersionRow } from '../version/queries.ts';
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
  /** A medical record by its id; null where there is none that you may see. */
  readonly medicalRecord: Maybe<MedicalRecord>;
  /**
   * Medical records that you may see: a patient's own, a doctor's own (name a patient in the filter for all records of a
   * patient they treat), those of the clinics a member of staff works at.
   */
  readonly medicalRecords: MedicalRecordConnection;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryMedicalRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryMedicalRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MedicalRecordFilter>;
  orderBy: MedicalRecordOrder;
};

/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type Mutation = {
  /** Writes a medical record. For a DOCTOR about a patient they treat. */
  readonly createMedicalRecord: CreateMedicalRecordPayload;
  /**
   * Adds a version to a medical record; earlier versions stay as they are. For the DOCTOR it is by and those who treat the
   * patient.
   */
  readonly amendMedicalRecord: AmendMedicalRecordPayload;
  /** Marks a medical record as one that should never have been written. For the DOCTOR it is by and ADMIN. */
  readonly markMedicalRecordEnteredInError: MarkMedicalRecordEnteredInErrorPayload;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateMedicalRecordArgs = {
  input: CreateMedicalRecordInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationAmendMedicalRecordArgs = {
  input: AmendMedicalRecordInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationMarkMedicalRecordEnteredInErrorArgs = {
  input: MarkMedicalRecordEnteredInErrorInput;
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
  /** The object was marked as entered in error and changes no more. */
  | 'ENTERED_IN_ERROR';

/** One reading of a medical record's content, or one attempt at it. Kept for good, changed by nobody. */
export type AccessLogEntry = {
  /** When it was. */
  readonly at: Scalars['DateTime']['output'];
  /** The reader's role at that time. */
  readonly role: AccessLogRole;
  /** The account that read; null for the system itself and for visitors who had not signed in. */
  readonly account: Maybe<Scalars['ID']['output']>;
  /** What was read; null where the record is no longer yours to see. */
  readonly medicalRecord: Maybe<MedicalRecord>;
  /** Name of the operation that read it, as the client sent it. */
  readonly operation: Scalars['String']['output'];
  /** Whether the content was shown. */
  readonly outcome: AccessOutcome;
};

/** The role of a reader of medical records. */
export type AccessLogRole =
  /** Nobody: not signed in. */
  | 'ANONYMOUS'
  /** A patient. */
  | 'PATIENT'
  /** A doctor. */
  | 'DOCTOR'
  /** A member of a clinic's staff. */
  | 'STAFF'
  /** An administrator. */
  | 'ADMIN'
  /** An API client: what it was granted. */
  | 'PARTNER'
  /** This system itself, for example to write a notification. */
  | 'SYSTEM';

/** Whether a medical record's content was shown. */
export type AccessOutcome =
  /** It was shown. */
  | 'GRANTED'
  /** It was not shown. */
  | 'DENIED';

/** A page of an access log. */
export type AccessLogEntryConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<AccessLogEntryEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many entries the whole log has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An entry of an access log in a list. */
export type AccessLogEntryEdge = {
  /** The entry. */
  readonly node: AccessLogEntry;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A file that belongs to a medical record. Its bytes lie in an object store, found by their hash. */
export type Attachment = {
  /** The attachment's id. */
  readonly id: Scalars['ID']['output'];
  /** Number of the version that added it. */
  readonly version: Scalars['Int']['output'];
  /** Name of the file. Clinical text: null to staff and administrators. */
  readonly filename: Maybe<Scalars['String']['output']>;
  /** Media type (RFC 6838), such as `application/pdf`. */
  readonly mediaType: Scalars['String']['output'];
  /** Size in bytes. */
  readonly byteSize: Scalars['Int']['output'];
  /** SHA-256 of the bytes, as 64 hexadecimal digits. */
  readonly sha256: Scalars['String']['output'];
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of attachments. */
export type AttachmentConnection = {
  /** The attachments of this page. */
  readonly edges: ReadonlyArray<AttachmentEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many attachments the record has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An attachment in a list. */
export type AttachmentEdge = {
  /** The attachment. */
  readonly node: Attachment;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A file that lies in the object store. */
export type AttachmentInput = {
  /** Name of the file, 1 to 255 characters without slashes. */
  readonly filename: Scalars['String']['input'];
  /** Media type (RFC 6838), such as `application/pdf`. */
  readonly mediaType: Scalars['String']['input'];
  /** Size in bytes, up to 2 GiB. */
  readonly byteSize: Scalars['Int']['input'];
  /** SHA-256 of the bytes, as 64 hexadecimal digits. */
  readonly sha256: Scalars['String']['input'];
};

/** A new medical record: with a note, a diagnosis, a prescription or an attachment. */
export type CreateMedicalRecordInput = {
  /** Whom it is about: a patient you treat. */
  readonly patient: Scalars['ID']['input'];
  /** Where you treat them. */
  readonly clinic: Scalars['ID']['input'];
  /** The appointment it is written for: yours, with this patient at this clinic. */
  readonly appointment?: InputMaybe<Scalars['ID']['input']>;
  /** What kind of record it is. */
  readonly kind: MedicalRecordKind;
  /** What it is called in lists, 1 to 200 characters. Not clinical text: staff read it. */
  readonly title: Scalars['String']['input'];
  /** What you noted, up to 100,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** What you found, up to 10,000 characters. */
  readonly diagnosis?: InputMaybe<Scalars['String']['input']>;
  /** What you prescribe, up to 20,000 characters. */
  readonly prescription?: InputMaybe<Scalars['String']['input']>;
  /** Files that belong to it, up to 20. */
  readonly attachments?: InputMaybe<ReadonlyArray<AttachmentInput>>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new medical record, or why there is none. */
export type CreateMedicalRecordPayload = {
  /** The record, null where it was refused. */
  readonly medicalRecord: Maybe<MedicalRecord>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An amendment. Texts left out stay as they are, texts given as null are no longer part of the record. */
export type AmendMedicalRecordInput = {
  /** The record to amend. */
  readonly medicalRecord: Scalars['ID']['input'];
  /** The version you read: refused where the record is no longer at it. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why it is amended, 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** What you noted, up to 100,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** What you found, up to 10,000 characters. */
  readonly diagnosis?: InputMaybe<Scalars['String']['input']>;
  /** What you prescribe, up to 20,000 characters. */
  readonly prescription?: InputMaybe<Scalars['String']['input']>;
  /** Files to add, up to 20. */
  readonly attachments?: InputMaybe<ReadonlyArray<AttachmentInput>>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The amended medical record, or why it stays as it was. */
export type AmendMedicalRecordPayload = {
  /** The record, null where the change was refused. */
  readonly medicalRecord: Maybe<MedicalRecord>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which medical record was entered in error, and why. */
export type MarkMedicalRecordEnteredInErrorInput = {
  /** The record to mark. */
  readonly medicalRecord: Scalars['ID']['input'];
  /** Refuse where the record is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, 1 to 1,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The marked medical record, or why it stays as it was. */
export type MarkMedicalRecordEnteredInErrorPayload = {
  /** The record, null where the change was refused. */
  readonly medicalRecord: Maybe<MedicalRecord>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Patient = {
  readonly id: Scalars['ID']['output'];
  /** The patient's medical records that you may see. */
  readonly medicalRecords: MedicalRecordConnection;
  /** Who read the patient's medical records, newest first. For the patient and ADMIN; empty to everyone else. */
  readonly accessLog: AccessLogEntryConnection;
};


export type PatientMedicalRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MedicalRecordFilter>;
  orderBy: MedicalRecordOrder;
};


export type PatientAccessLogArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Appointment = {
  readonly id: Scalars['ID']['output'];
  /** The newest current record that was written for this appointment; null where there is none that you may see. */
  readonly medicalRecord: Maybe<MedicalRecord>;
};

/**
 * What a doctor wrote down about a patient. It is amended by adding a version, never overwritten. The patient, doctors who
 * treat them, and the doctor it is by read all of it; staff of the clinic and administrators all but its clinical text.
 */
export type MedicalRecord = Node & {
  /** The record's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** When it was written down. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** What kind of record it is. */
  readonly kind: MedicalRecordKind;
  /** What it is called in lists. */
  readonly title: Scalars['String']['output'];
  /** Whether it holds good. */
  readonly status: MedicalRecordStatus;
  /** Number of its newest version: grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** Whom it is about; null where you may no longer see the patient. */
  readonly patient: Maybe<Patient>;
  /** The doctor it is by. */
  readonly doctor: Maybe<Doctor>;
  /** Where it was written. */
  readonly clinic: Maybe<Clinic>;
  /** The appointment it was written for. */
  readonly appointment: Maybe<Appointment>;
  /** What the doctor noted, in its newest version. Clinical text: null to staff and administrators. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** What the doctor found, in its newest version. Clinical text: null to staff and administrators. */
  readonly diagnosis: Maybe<Scalars['String']['output']>;
  /** What the doctor prescribed, in its newest version. Clinical text: null to staff and administrators. */
  readonly prescription: Maybe<Scalars['String']['output']>;
  /** When it entered the system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Files that belong to it, in the order in which they were added. */
  readonly attachments: AttachmentConnection;
  /** Every version, newest first. The first is the record as it was written; each later one says why it was added. */
  readonly versions: MedicalRecordVersionConnection;
};


/**
 * What a doctor wrote down about a patient. It is amended by adding a version, never overwritten. The patient, doctors who
 * treat them, and the doctor it is by read all of it; staff of the clinic and administrators all but its clinical text.
 */
export type MedicalRecordAttachmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What a doctor wrote down about a patient. It is amended by adding a version, never overwritten. The patient, doctors who
 * treat them, and the doctor it is by read all of it; staff of the clinic and administrators all but its clinical text.
 */
export type MedicalRecordVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What a medical record is about. */
export type MedicalRecordKind =
  /** What was said and found at a visit. */
  | 'CONSULTATION'
  /** The result of a laboratory. */
  | 'LAB_RESULT'
  /** Pictures, such as X-rays, and what they show. */
  | 'IMAGING'
  /** What was prescribed. */
  | 'PRESCRIPTION'
  /** A referral to another doctor. */
  | 'REFERRAL'
  /** A vaccination that was given. */
  | 'VACCINATION';

/** Whether a medical record holds good. */
export type MedicalRecordStatus =
  /** It holds good. */
  | 'CURRENT'
  /** It should never have been written, for example because it is about another patient. */
  | 'ENTERED_IN_ERROR';

/** Narrows a list of medical records; all conditions hold together. */
export type MedicalRecordFilter = {
  /** About this patient. */
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  /** By this doctor. */
  readonly doctor?: InputMaybe<Scalars['ID']['input']>;
  /** Written at this clinic. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** Of this kind. */
  readonly kind?: InputMaybe<MedicalRecordKind>;
  /** Recorded within this period. */
  readonly dateRange?: InputMaybe<DateTimeRange>;
  /** Status is this; default CURRENT. */
  readonly status?: InputMaybe<MedicalRecordStatus>;
};

/** Orders of a list of medical records. */
export type MedicalRecordOrder =
  /** Oldest first. */
  | 'RECORDED_AT_ASC'
  /** Newest first. */
  | 'RECORDED_AT_DESC';

/** A page of medical records. */
export type MedicalRecordConnection = {
  /** The records of this page. */
  readonly edges: ReadonlyArray<MedicalRecordEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many records the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A medical record in a list. */
export type MedicalRecordEdge = {
  /** The record. */
  readonly node: MedicalRecord;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

export type Doctor = {
  readonly id: Scalars['ID']['output'];
};

export type Clinic = {
  readonly id: Scalars['ID']['output'];
};

/** A medical record as it stood from one change to the next. */
export type MedicalRecordVersion = {
  /** 1 for the record as it was written, without gaps from there. */
  readonly number: Scalars['Int']['output'];
  /** The note of this version. Clinical text: null to staff and administrators. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The diagnosis of this version. Clinical text: null to staff and administrators. */
  readonly diagnosis: Maybe<Scalars['String']['output']>;
  /** The prescription of this version. Clinical text: null to staff and administrators. */
  readonly prescription: Maybe<Scalars['String']['output']>;
  /** Why this version was added; null for the first. Clinical text: null to staff and administrators. */
  readonly amendmentReason: Maybe<Scalars['String']['output']>;
  /** The doctor who wrote this version; null where no doctor did. */
  readonly author: Maybe<Doctor>;
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of a medical record's versions. */
export type MedicalRecordVersionConnection = {
  /** The versions of this page. */
  readonly edges: ReadonlyArray<MedicalRecordVersionEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many versions the record has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A version in a list. */
export type MedicalRecordVersionEdge = {
  /** The version. */
  readonly node: MedicalRecordVersion;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
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
  Patient: Patient;
  Appointment: Appointment;
  MedicalRecord: MedicalRecord;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Patient:
    ( { __typename: 'Patient' }
    & GraphQLRecursivePick<FederationTypes['Patient'], {"id":true}> );
  Appointment:
    ( { __typename: 'Appointment' }
    & GraphQLRecursivePick<FederationTypes['Appointment'], {"id":true}> );
  MedicalRecord:
    ( { __typename: 'MedicalRecord' }
    & ( GraphQLRecursivePick<FederationTypes['MedicalRecord'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['MedicalRecord'], {"nodeId":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( MedicalRecordRow );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
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
  AccessLogEntry: ResolverTypeWrapper<AccessLogRow>;
  AccessLogRole: AccessLogRole;
  AccessOutcome: AccessOutcome;
  AccessLogEntryConnection: ResolverTypeWrapper<Connection<AccessLogRow>>;
  AccessLogEntryEdge: ResolverTypeWrapper<Omit<AccessLogEntryEdge, 'node'> & { node: ResolversTypes['AccessLogEntry'] }>;
  Attachment: ResolverTypeWrapper<AttachmentRow>;
  AttachmentConnection: ResolverTypeWrapper<Connection<AttachmentRow>>;
  AttachmentEdge: ResolverTypeWrapper<Omit<AttachmentEdge, 'node'> & { node: ResolversTypes['Attachment'] }>;
  AttachmentInput: AttachmentInput;
  CreateMedicalRecordInput: CreateMedicalRecordInput;
  CreateMedicalRecordPayload: ResolverTypeWrapper<Omit<CreateMedicalRecordPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversTypes['MedicalRecord']> }>;
  AmendMedicalRecordInput: AmendMedicalRecordInput;
  AmendMedicalRecordPayload: ResolverTypeWrapper<Omit<AmendMedicalRecordPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversTypes['MedicalRecord']> }>;
  MarkMedicalRecordEnteredInErrorInput: MarkMedicalRecordEnteredInErrorInput;
  MarkMedicalRecordEnteredInErrorPayload: ResolverTypeWrapper<Omit<MarkMedicalRecordEnteredInErrorPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversTypes['MedicalRecord']> }>;
  Patient: ResolverTypeWrapper<Reference>;
  Appointment: ResolverTypeWrapper<Reference>;
  MedicalRecord: ResolverTypeWrapper<MedicalRecordRow>;
  MedicalRecordKind: MedicalRecordKind;
  MedicalRecordStatus: MedicalRecordStatus;
  MedicalRecordFilter: MedicalRecordFilter;
  MedicalRecordOrder: MedicalRecordOrder;
  MedicalRecordConnection: ResolverTypeWrapper<Connection<MedicalRecordRow>>;
  MedicalRecordEdge: ResolverTypeWrapper<Omit<MedicalRecordEdge, 'node'> & { node: ResolversTypes['MedicalRecord'] }>;
  Doctor: ResolverTypeWrapper<Reference>;
  Clinic: ResolverTypeWrapper<Reference>;
  MedicalRecordVersion: ResolverTypeWrapper<VersionRow>;
  MedicalRecordVersionConnection: ResolverTypeWrapper<Connection<VersionRow>>;
  MedicalRecordVersionEdge: ResolverTypeWrapper<Omit<MedicalRecordVersionEdge, 'node'> & { node: ResolversTypes['MedicalRecordVersion'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
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
  AccessLogEntry: AccessLogRow;
  AccessLogEntryConnection: Connection<AccessLogRow>;
  AccessLogEntryEdge: Omit<AccessLogEntryEdge, 'node'> & { node: ResolversParentTypes['AccessLogEntry'] };
  Attachment: AttachmentRow;
  AttachmentConnection: Connection<AttachmentRow>;
  AttachmentEdge: Omit<AttachmentEdge, 'node'> & { node: ResolversParentTypes['Attachment'] };
  AttachmentInput: AttachmentInput;
  CreateMedicalRecordInput: CreateMedicalRecordInput;
  CreateMedicalRecordPayload: Omit<CreateMedicalRecordPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversParentTypes['MedicalRecord']> };
  AmendMedicalRecordInput: AmendMedicalRecordInput;
  AmendMedicalRecordPayload: Omit<AmendMedicalRecordPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversParentTypes['MedicalRecord']> };
  MarkMedicalRecordEnteredInErrorInput: MarkMedicalRecordEnteredInErrorInput;
  MarkMedicalRecordEnteredInErrorPayload: Omit<MarkMedicalRecordEnteredInErrorPayload, 'medicalRecord'> & { medicalRecord?: Maybe<ResolversParentTypes['MedicalRecord']> };
  Patient: Reference;
  Appointment: Reference;
  MedicalRecord: MedicalRecordRow;
  MedicalRecordFilter: MedicalRecordFilter;
  MedicalRecordConnection: Connection<MedicalRecordRow>;
  MedicalRecordEdge: Omit<MedicalRecordEdge, 'node'> & { node: ResolversParentTypes['MedicalRecord'] };
  Doctor: Reference;
  Clinic: Reference;
  MedicalRecordVersion: VersionRow;
  MedicalRecordVersionConnection: Connection<VersionRow>;
  MedicalRecordVersionEdge: Omit<MedicalRecordVersionEdge, 'node'> & { node: ResolversParentTypes['MedicalRecordVersion'] };
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
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType, RequireFields<QueryMedicalRecordArgs, 'id'>>;
  medicalRecords?: Resolver<ResolversTypes['MedicalRecordConnection'], ParentType, ContextType, RequireFields<QueryMedicalRecordsArgs, 'orderBy'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createMedicalRecord?: Resolver<ResolversTypes['CreateMedicalRecordPayload'], ParentType, ContextType, RequireFields<MutationCreateMedicalRecordArgs, 'input'>>;
  amendMedicalRecord?: Resolver<ResolversTypes['AmendMedicalRecordPayload'], ParentType, ContextType, RequireFields<MutationAmendMedicalRecordArgs, 'input'>>;
  markMedicalRecordEnteredInError?: Resolver<ResolversTypes['MarkMedicalRecordEnteredInErrorPayload'], ParentType, ContextType, RequireFields<MutationMarkMedicalRecordEnteredInErrorArgs, 'input'>>;
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
  __resolveType: TypeResolveFn<'MedicalRecord', ParentType, ContextType>;
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

export type AccessLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessLogEntry'] = ResolversParentTypes['AccessLogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['AccessLogRole'], ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
};

export type AccessLogEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessLogEntryConnection'] = ResolversParentTypes['AccessLogEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessLogEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessLogEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessLogEntryEdge'] = ResolversParentTypes['AccessLogEntryEdge']> = {
  node?: Resolver<ResolversTypes['AccessLogEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AttachmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachmentConnection'] = ResolversParentTypes['AttachmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AttachmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttachmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachmentEdge'] = ResolversParentTypes['AttachmentEdge']> = {
  node?: Resolver<ResolversTypes['Attachment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateMedicalRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMedicalRecordPayload'] = ResolversParentTypes['CreateMedicalRecordPayload']> = {
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AmendMedicalRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AmendMedicalRecordPayload'] = ResolversParentTypes['AmendMedicalRecordPayload']> = {
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkMedicalRecordEnteredInErrorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkMedicalRecordEnteredInErrorPayload'] = ResolversParentTypes['MarkMedicalRecordEnteredInErrorPayload']> = {
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Patient'] = ResolversParentTypes['Patient'], FederationReferenceType extends FederationReferenceTypes['Patient'] = FederationReferenceTypes['Patient']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Patient']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  medicalRecords?: Resolver<ResolversTypes['MedicalRecordConnection'], ParentType, ContextType, RequireFields<PatientMedicalRecordsArgs, 'orderBy'>>;
  accessLog?: Resolver<ResolversTypes['AccessLogEntryConnection'], ParentType, ContextType, Partial<PatientAccessLogArgs>>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment'], FederationReferenceType extends FederationReferenceTypes['Appointment'] = FederationReferenceTypes['Appointment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Appointment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  medicalRecord?: Resolver<Maybe<ResolversTypes['MedicalRecord']>, ParentType, ContextType>;
};

export type MedicalRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecord'] = ResolversParentTypes['MedicalRecord'], FederationReferenceType extends FederationReferenceTypes['MedicalRecord'] = FederationReferenceTypes['MedicalRecord']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MedicalRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MedicalRecordKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MedicalRecordStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  diagnosis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attachments?: Resolver<ResolversTypes['AttachmentConnection'], ParentType, ContextType, Partial<MedicalRecordAttachmentsArgs>>;
  versions?: Resolver<ResolversTypes['MedicalRecordVersionConnection'], ParentType, ContextType, Partial<MedicalRecordVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MedicalRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecordConnection'] = ResolversParentTypes['MedicalRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MedicalRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MedicalRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecordEdge'] = ResolversParentTypes['MedicalRecordEdge']> = {
  node?: Resolver<ResolversTypes['MedicalRecord'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ClinicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clinic'] = ResolversParentTypes['Clinic']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MedicalRecordVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecordVersion'] = ResolversParentTypes['MedicalRecordVersion']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  diagnosis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amendmentReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MedicalRecordVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecordVersionConnection'] = ResolversParentTypes['MedicalRecordVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MedicalRecordVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MedicalRecordVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecordVersionEdge'] = ResolversParentTypes['MedicalRecordVersionEdge']> = {
  node?: Resolver<ResolversTypes['MedicalRecordVersion'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  AccessLogEntry?: AccessLogEntryResolvers<ContextType>;
  AccessLogEntryConnection?: AccessLogEntryConnectionResolvers<ContextType>;
  AccessLogEntryEdge?: AccessLogEntryEdgeResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  AttachmentConnection?: AttachmentConnectionResolvers<ContextType>;
  AttachmentEdge?: AttachmentEdgeResolvers<ContextType>;
  CreateMedicalRecordPayload?: CreateMedicalRecordPayloadResolvers<ContextType>;
  AmendMedicalRecordPayload?: AmendMedicalRecordPayloadResolvers<ContextType>;
  MarkMedicalRecordEnteredInErrorPayload?: MarkMedicalRecordEnteredInErrorPayloadResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  MedicalRecord?: MedicalRecordResolvers<ContextType>;
  MedicalRecordConnection?: MedicalRecordConnectionResolvers<ContextType>;
  MedicalRecordEdge?: MedicalRecordEdgeResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  MedicalRecordVersion?: MedicalRecordVersionResolvers<ContextType>;
  MedicalRecordVersionConnection?: MedicalRecordVersionConnectionResolvers<ContextType>;
  MedicalRecordVersionEdge?: MedicalRecordVersionEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
