import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { AppointmentRow } from '../appointment/columns.ts';
import type { AppointmentEventRow } from '../appointment/event-queries.ts';
import type { Reference } from '../reference/reference.ts';
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
  /** A time zone by its IANA name, for example `Europe/Madrid`. */
  TimeZone: { input: string; output: string; }
};

export type Query = {
  /** An appointment by its id; null where there is none that you may see. */
  readonly appointment: Maybe<Appointment>;
  /** The appointments that you may see: your own, those with you as the doctor, those of your clinics, or all. */
  readonly appointments: AppointmentConnection;
};


export type QueryAppointmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAppointmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  orderBy: AppointmentOrder;
};

/** An object that the graph can find again by its id alone (Relay's global object identification). */
export type Node = {
  /** The object's id, unique across the whole graph and stable for ever. */
  readonly id: Scalars['ID']['output'];
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
  | 'OFF_GRID';

/** Something that happened to an appointment. Nothing is ever removed from this history. */
export type AppointmentEvent = {
  /** Counts the appointment's events from 1, without gaps; also the appointment's version after the event. */
  readonly seq: Scalars['Int']['output'];
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
  /** As what the person or program that did it was signed in. */
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
  /** Why it was cancelled, where somebody said. */
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
  /** What happened to it, in order. */
  readonly events: AppointmentEventConnection;
  /** When it was booked or held first. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** A visit of a patient with a doctor (FHIR Appointment). Moving it to another time keeps its id. */
export type AppointmentEventsArgs = {
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

/** A period; either side may be left open. */
export type DateTimeRange = {
  /** From this instant on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Up to this instant, exclusive. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
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

/** A person who treats patients (FHIR Practitioner). */
export type Doctor = {
  /** The doctor's id. */
  readonly id: Scalars['ID']['output'];
  /** The doctor's appointments that you may see. */
  readonly appointments: AppointmentConnection;
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

export type HealthcareService = {
  readonly id: Scalars['ID']['output'];
};

/** How doctor and patient meet. */
export type Modality =
  /** Both are at the clinic. */
  | 'IN_PERSON'
  /** By video call. */
  | 'VIDEO';



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
  Doctor: Doctor;
  Clinic: Clinic;
  Patient: Patient;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Appointment:
    ( { __typename: 'Appointment' }
    & ( GraphQLRecursivePick<FederationTypes['Appointment'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Appointment'], {"nodeId":true}> ) );
  Doctor:
    ( { __typename: 'Doctor' }
    & GraphQLRecursivePick<FederationTypes['Doctor'], {"id":true}> );
  Clinic:
    ( { __typename: 'Clinic' }
    & GraphQLRecursivePick<FederationTypes['Clinic'], {"id":true}> );
  Patient:
    ( { __typename: 'Patient' }
    & GraphQLRecursivePick<FederationTypes['Patient'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( AppointmentRow );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  AppointmentEvent: ResolverTypeWrapper<AppointmentEventRow>;
  AppointmentEventType: AppointmentEventType;
  AppointmentOverride: AppointmentOverride;
  AppointmentEventConnection: ResolverTypeWrapper<Connection<AppointmentEventRow>>;
  AppointmentEventEdge: ResolverTypeWrapper<Omit<AppointmentEventEdge, 'node'> & { node: ResolversTypes['AppointmentEvent'] }>;
  ViewerRole: ViewerRole;
  Appointment: ResolverTypeWrapper<AppointmentRow>;
  AppointmentStatus: AppointmentStatus;
  AppointmentFilter: AppointmentFilter;
  DateTimeRange: DateTimeRange;
  AppointmentOrder: AppointmentOrder;
  AppointmentConnection: ResolverTypeWrapper<Connection<AppointmentRow>>;
  AppointmentEdge: ResolverTypeWrapper<Omit<AppointmentEdge, 'node'> & { node: ResolversTypes['Appointment'] }>;
  Doctor: ResolverTypeWrapper<Reference>;
  Clinic: ResolverTypeWrapper<Reference>;
  Patient: ResolverTypeWrapper<Reference>;
  HealthcareService: ResolverTypeWrapper<Reference>;
  Modality: Modality;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  AppointmentEvent: AppointmentEventRow;
  AppointmentEventConnection: Connection<AppointmentEventRow>;
  AppointmentEventEdge: Omit<AppointmentEventEdge, 'node'> & { node: ResolversParentTypes['AppointmentEvent'] };
  Appointment: AppointmentRow;
  AppointmentFilter: AppointmentFilter;
  DateTimeRange: DateTimeRange;
  AppointmentConnection: Connection<AppointmentRow>;
  AppointmentEdge: Omit<AppointmentEdge, 'node'> & { node: ResolversParentTypes['Appointment'] };
  Doctor: Reference;
  Clinic: Reference;
  Patient: Reference;
  HealthcareService: Reference;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryAppointmentArgs, 'id'>>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsArgs, 'orderBy'>>;
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

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Appointment', ParentType, ContextType>;
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

export type AppointmentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEvent'] = ResolversParentTypes['AppointmentEvent']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  events?: Resolver<ResolversTypes['AppointmentEventConnection'], ParentType, ContextType, Partial<AppointmentEventsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor'], FederationReferenceType extends FederationReferenceTypes['Doctor'] = FederationReferenceTypes['Doctor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Doctor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<DoctorAppointmentsArgs, 'orderBy'>>;
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
};

export type HealthcareServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareService'] = ResolversParentTypes['HealthcareService']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  AppointmentEvent?: AppointmentEventResolvers<ContextType>;
  AppointmentEventConnection?: AppointmentEventConnectionResolvers<ContextType>;
  AppointmentEventEdge?: AppointmentEventEdgeResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  HealthcareService?: HealthcareServiceResolvers<ContextType>;
};

