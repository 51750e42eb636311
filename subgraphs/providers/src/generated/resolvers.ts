import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { ClinicRow } from '../clinic/columns.ts';
import type { DoctorRow } from '../doctor/columns.ts';
import type { ServiceRow } from '../healthcare-service/columns.ts';
import type { SpecializationRow } from '../specialization/columns.ts';
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
  /** A clinic by its id; null where there is none. */
  readonly clinic: Maybe<Clinic>;
  /** Clinics, active ones unless the filter says otherwise. */
  readonly clinics: ClinicConnection;
  /** A doctor by their id; null where there is none. */
  readonly doctor: Maybe<Doctor>;
  /** Doctors, active ones unless the filter says otherwise. */
  readonly doctors: DoctorConnection;
  /** A healthcare service by its id; null where there is none. */
  readonly healthcareService: Maybe<HealthcareService>;
  /** Healthcare services, active ones unless the filter says otherwise. */
  readonly healthcareServices: HealthcareServiceConnection;
  /** A specialization by its id; null where there is none. */
  readonly specialization: Maybe<Specialization>;
  /** The specializations of medicine that this directory knows. */
  readonly specializations: SpecializationConnection;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryClinicArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryClinicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClinicFilter>;
  orderBy: ClinicOrder;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryDoctorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryDoctorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  orderBy: DoctorOrder;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryHealthcareServiceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryHealthcareServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HealthcareServiceFilter>;
  orderBy: HealthcareServiceOrder;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QuerySpecializationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QuerySpecializationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SpecializationFilter>;
  orderBy: SpecializationOrder;
};

/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type Mutation = {
  /** Opens a clinic. For ADMIN. */
  readonly createClinic: CreateClinicPayload;
  /** Changes a clinic; fields left out stay as they are. For ADMIN and the clinic's own STAFF. */
  readonly updateClinic: UpdateClinicPayload;
  /** Adds a doctor. For ADMIN. */
  readonly createDoctor: CreateDoctorPayload;
  /**
   * Changes a doctor; fields left out stay as they are. ADMIN changes anything, STAFF who works at their own clinics, and a
   * DOCTOR their own biography and languages.
   */
  readonly updateDoctor: UpdateDoctorPayload;
  /** Offers a healthcare service at a clinic. For ADMIN and the clinic's own STAFF. */
  readonly createHealthcareService: CreateHealthcareServicePayload;
  /**
   * Changes a healthcare service; fields left out stay as they are, and so do appointments already booked. For ADMIN and
   * the clinic's own STAFF.
   */
  readonly updateHealthcareService: UpdateHealthcareServicePayload;
  /** Adds a specialization. For ADMIN. */
  readonly createSpecialization: CreateSpecializationPayload;
  /** Changes a specialization; fields left out stay as they are. For ADMIN. */
  readonly updateSpecialization: UpdateSpecializationPayload;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateClinicArgs = {
  input: CreateClinicInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateClinicArgs = {
  input: UpdateClinicInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateDoctorArgs = {
  input: CreateDoctorInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateDoctorArgs = {
  input: UpdateDoctorInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateHealthcareServiceArgs = {
  input: CreateHealthcareServiceInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateHealthcareServiceArgs = {
  input: UpdateHealthcareServiceInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationCreateSpecializationArgs = {
  input: CreateSpecializationInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateSpecializationArgs = {
  input: UpdateSpecializationInput;
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
  /** Another specialization has this code. */
  | 'CODE_TAKEN';

/** A new clinic. */
export type CreateClinicInput = {
  /** The name on its door, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Street and number, 1 to 200 characters. */
  readonly addressLine: Scalars['String']['input'];
  /** The city it stands in, 1 to 100 characters. */
  readonly city: Scalars['String']['input'];
  /** State, province or region, up to 100 characters. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, up to 20 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Country as ISO 3166-1 alpha-2. */
  readonly country: Scalars['String']['input'];
  /** The zone its opening hours are told in. */
  readonly timeZone: Scalars['TimeZone']['input'];
  /** Telephone of the reception, as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail of the reception. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new clinic, or why there is none. */
export type CreateClinicPayload = {
  /** The clinic, null where it was refused. */
  readonly clinic: Maybe<Clinic>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a clinic. Its time zone stays: appointments were promised in it. */
export type UpdateClinicInput = {
  /** The clinic to change. */
  readonly clinic: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The name on its door, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 200 characters. */
  readonly addressLine?: InputMaybe<Scalars['String']['input']>;
  /** The city it stands in, 1 to 100 characters. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** State, province or region, up to 100 characters; null removes it. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, up to 20 characters; null removes it. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Telephone of the reception, as E.164; null removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail of the reception; null removes it. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Whether it takes appointments. */
  readonly status?: InputMaybe<DirectoryStatus>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed clinic, or why it stays as it was. */
export type UpdateClinicPayload = {
  /** The clinic, null where the change was refused. */
  readonly clinic: Maybe<Clinic>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A place where patients are seen (FHIR Location). */
export type Clinic = Node & {
  /** The clinic's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** The name on its door. */
  readonly name: Scalars['String']['output'];
  /** Street and number. */
  readonly addressLine: Scalars['String']['output'];
  /** The city it stands in. */
  readonly city: Scalars['String']['output'];
  /** State, province or region. */
  readonly region: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** Country as ISO 3166-1 alpha-2. */
  readonly country: Scalars['String']['output'];
  /** The zone its opening hours and appointments are told in. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Telephone of the reception, as E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** E-mail of the reception. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Whether it takes appointments. */
  readonly status: DirectoryStatus;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was entered in this system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The doctors who work here, active ones unless the filter says otherwise. */
  readonly doctors: DoctorConnection;
  /** What can be booked here, active services unless the filter says otherwise. */
  readonly services: HealthcareServiceConnection;
  /** The specializations of the active services offered here. */
  readonly specializations: SpecializationConnection;
};


/** A place where patients are seen (FHIR Location). */
export type ClinicDoctorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  orderBy: DoctorOrder;
};


/** A place where patients are seen (FHIR Location). */
export type ClinicServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HealthcareServiceFilter>;
  orderBy: HealthcareServiceOrder;
};


/** A place where patients are seen (FHIR Location). */
export type ClinicSpecializationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SpecializationFilter>;
  orderBy: SpecializationOrder;
};

/** Whether an entry of the directory is in use. */
export type DirectoryStatus =
  /** In use: found by default and open to bookings. */
  | 'ACTIVE'
  /** Kept for the past: hidden by default and closed to bookings. */
  | 'INACTIVE';

/** Narrows a list of clinics; all conditions hold together. */
export type ClinicFilter = {
  /** Name begins with this, whatever the case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** City is this, whatever the case. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Country is this, as ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Status is this; default ACTIVE. */
  readonly status?: InputMaybe<DirectoryStatus>;
};

/** Orders of a list of clinics. */
export type ClinicOrder =
  /** By name, A first. */
  | 'NAME_ASC'
  /** By name, Z first. */
  | 'NAME_DESC'
  /** By when they were entered, oldest first. */
  | 'CREATED_AT_ASC'
  /** By when they were entered, newest first. */
  | 'CREATED_AT_DESC';

/** A page of clinics. */
export type ClinicConnection = {
  /** The clinics of this page. */
  readonly edges: ReadonlyArray<ClinicEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many clinics the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A clinic in a list. */
export type ClinicEdge = {
  /** The clinic. */
  readonly node: Clinic;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A new doctor. */
export type CreateDoctorInput = {
  /** Form of address, up to 50 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Given name, 1 to 100 characters. */
  readonly givenName: Scalars['String']['input'];
  /** Family name, 1 to 100 characters. */
  readonly familyName: Scalars['String']['input'];
  /** The languages they treat patients in, up to 20 BCP 47 tags. */
  readonly languages: ReadonlyArray<Scalars['String']['input']>;
  /** Their training and interests, up to 5000 characters. */
  readonly biography?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The specializations they practise, up to 50. */
  readonly specializations: ReadonlyArray<Scalars['ID']['input']>;
  /** The clinics they work at, up to 50. */
  readonly clinics: ReadonlyArray<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new doctor, or why there is none. */
export type CreateDoctorPayload = {
  /** The doctor, null where it was refused. */
  readonly doctor: Maybe<Doctor>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a doctor. */
export type UpdateDoctorInput = {
  /** The doctor to change. */
  readonly doctor: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Form of address, up to 50 characters; null removes it. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Given name, 1 to 100 characters. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Family name, 1 to 100 characters. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** The languages they treat patients in, up to 20 BCP 47 tags, in place of those before. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Their training and interests, up to 5000 characters; null removes it. */
  readonly biography?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address; null removes it. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone as E.164; null removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Whether they take appointments. */
  readonly status?: InputMaybe<DirectoryStatus>;
  /** Specializations they take up, up to 50; those they already practise stay. */
  readonly addSpecializations: ReadonlyArray<Scalars['ID']['input']>;
  /** Specializations they give up, up to 50. */
  readonly removeSpecializations: ReadonlyArray<Scalars['ID']['input']>;
  /** Clinics they start to work at, up to 50; those they already work at stay. */
  readonly addClinics: ReadonlyArray<Scalars['ID']['input']>;
  /** Clinics they leave, up to 50. */
  readonly removeClinics: ReadonlyArray<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed doctor, or why they stay as they were. */
export type UpdateDoctorPayload = {
  /** The doctor, null where the change was refused. */
  readonly doctor: Maybe<Doctor>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A person who treats patients (FHIR Practitioner). */
export type Doctor = Node & {
  /** The doctor's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** The name as it is shown: title, given name and family name. */
  readonly name: Scalars['String']['output'];
  /** Form of address, such as Dr. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly givenName: Scalars['String']['output'];
  /** Family name, which lists are ordered by. */
  readonly familyName: Scalars['String']['output'];
  /** The languages they treat patients in, as BCP 47 tags. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** Their training and interests, in their own words. */
  readonly biography: Maybe<Scalars['String']['output']>;
  /** E-mail address, for STAFF, ADMIN and the doctor; null for everyone else. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Telephone as E.164, for STAFF, ADMIN and the doctor; null for everyone else. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Whether they take appointments. */
  readonly status: DirectoryStatus;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was entered in this system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The clinics they work at, active ones unless the filter says otherwise. */
  readonly clinics: ClinicConnection;
  /** The specializations they practise. */
  readonly specializations: SpecializationConnection;
  /** What can be booked with them: services of their clinics in their specializations. */
  readonly services: HealthcareServiceConnection;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorClinicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClinicFilter>;
  orderBy: ClinicOrder;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorSpecializationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SpecializationFilter>;
  orderBy: SpecializationOrder;
};


/** A person who treats patients (FHIR Practitioner). */
export type DoctorServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HealthcareServiceFilter>;
  orderBy: HealthcareServiceOrder;
};

/** Narrows a list of doctors; all conditions hold together. */
export type DoctorFilter = {
  /** Given or family name begins with this, whatever the case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** They practise this specialization. */
  readonly specialization?: InputMaybe<Scalars['ID']['input']>;
  /** They work at this clinic. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** They work at an active clinic in this city, whatever the case. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** They treat patients in this language, as a BCP 47 tag. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** Status is this; default ACTIVE. */
  readonly status?: InputMaybe<DirectoryStatus>;
};

/** Orders of a list of doctors. */
export type DoctorOrder =
  /** By family name, then given name, A first. */
  | 'NAME_ASC'
  /** By family name, then given name, Z first. */
  | 'NAME_DESC'
  /** By when they were entered, oldest first. */
  | 'CREATED_AT_ASC'
  /** By when they were entered, newest first. */
  | 'CREATED_AT_DESC';

/** A page of doctors. */
export type DoctorConnection = {
  /** The doctors of this page. */
  readonly edges: ReadonlyArray<DoctorEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many doctors the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A doctor in a list. */
export type DoctorEdge = {
  /** The doctor. */
  readonly node: Doctor;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A new healthcare service. */
export type CreateHealthcareServiceInput = {
  /** The clinic that offers it. */
  readonly clinic: Scalars['ID']['input'];
  /** The specialization it belongs to. */
  readonly specialization: Scalars['ID']['input'];
  /** The name, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it is for and how to prepare, up to 2000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** How long the patient is there, 5 to 480 minutes. */
  readonly durationMinutes: Scalars['Int']['input'];
  /** Minutes the doctor needs before it, 0 to 120. */
  readonly bufferBeforeMinutes: Scalars['Int']['input'];
  /** Minutes the doctor needs after it, 0 to 120. */
  readonly bufferAfterMinutes: Scalars['Int']['input'];
  /** The ways it can take place, at least one. */
  readonly modalities: ReadonlyArray<Modality>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new healthcare service, or why there is none. */
export type CreateHealthcareServicePayload = {
  /** The healthcare service, null where it was refused. */
  readonly healthcareService: Maybe<HealthcareService>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a healthcare service. Its clinic and specialization stay: offer another service instead. */
export type UpdateHealthcareServiceInput = {
  /** The service to change. */
  readonly healthcareService: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The name, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it is for and how to prepare, up to 2000 characters; null removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** How long the patient is there, 5 to 480 minutes. */
  readonly durationMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes the doctor needs before it, 0 to 120. */
  readonly bufferBeforeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes the doctor needs after it, 0 to 120. */
  readonly bufferAfterMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The ways it can take place, at least one, in place of those before. */
  readonly modalities?: InputMaybe<ReadonlyArray<Modality>>;
  /** Whether it can be booked. */
  readonly status?: InputMaybe<DirectoryStatus>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed healthcare service, or why it stays as it was. */
export type UpdateHealthcareServicePayload = {
  /** The healthcare service, null where the change was refused. */
  readonly healthcareService: Maybe<HealthcareService>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a patient books: a kind of visit at one clinic (FHIR HealthcareService). */
export type HealthcareService = Node & {
  /** The service's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** The name, such as First cardiology consultation. */
  readonly name: Scalars['String']['output'];
  /** What it is for and how to prepare. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** How long the patient is there, in minutes. */
  readonly durationMinutes: Scalars['Int']['output'];
  /** Minutes the doctor needs before it, in which nothing else is booked. */
  readonly bufferBeforeMinutes: Scalars['Int']['output'];
  /** Minutes the doctor needs after it, in which nothing else is booked. */
  readonly bufferAfterMinutes: Scalars['Int']['output'];
  /** The ways it can take place. */
  readonly modalities: ReadonlyArray<Modality>;
  /** Whether it can be booked. */
  readonly status: DirectoryStatus;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was entered in this system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The clinic that offers it. */
  readonly clinic: Clinic;
  /** The specialization it belongs to. */
  readonly specialization: Specialization;
  /** The doctors who give it: those of its clinic who practise its specialization. */
  readonly doctors: DoctorConnection;
};


/** What a patient books: a kind of visit at one clinic (FHIR HealthcareService). */
export type HealthcareServiceDoctorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  orderBy: DoctorOrder;
};

/** How doctor and patient meet. */
export type Modality =
  /** Both are at the clinic. */
  | 'IN_PERSON'
  /** By video call. */
  | 'VIDEO';

/** Narrows a list of healthcare services; all conditions hold together. */
export type HealthcareServiceFilter = {
  /** Name begins with this, whatever the case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** This clinic offers it. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
  /** It belongs to this specialization. */
  readonly specialization?: InputMaybe<Scalars['ID']['input']>;
  /** It can take place this way. */
  readonly modality?: InputMaybe<Modality>;
  /** Status is this; default ACTIVE. */
  readonly status?: InputMaybe<DirectoryStatus>;
};

/** Orders of a list of healthcare services. */
export type HealthcareServiceOrder =
  /** By name, A first. */
  | 'NAME_ASC'
  /** By name, Z first. */
  | 'NAME_DESC';

/** A page of healthcare services. */
export type HealthcareServiceConnection = {
  /** The healthcare services of this page. */
  readonly edges: ReadonlyArray<HealthcareServiceEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many healthcare services the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A healthcare service in a list. */
export type HealthcareServiceEdge = {
  /** The healthcare service. */
  readonly node: HealthcareService;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A new specialization. */
export type CreateSpecializationInput = {
  /** A stable code of 2 to 64 lower-case letters, digits, hyphens and underscores, such as `cardiology`. */
  readonly code: Scalars['String']['input'];
  /** The name in plain words, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it treats, up to 2000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new specialization, or why there is none. */
export type CreateSpecializationPayload = {
  /** The specialization, null where it was refused. */
  readonly specialization: Maybe<Specialization>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a specialization. Its code stays: others refer to it. */
export type UpdateSpecializationInput = {
  /** The specialization to change. */
  readonly specialization: Scalars['ID']['input'];
  /** Refuse where it is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The name in plain words, 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What it treats, up to 2000 characters; null removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed specialization, or why it stays as it was. */
export type UpdateSpecializationPayload = {
  /** The specialization, null where the change was refused. */
  readonly specialization: Maybe<Specialization>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A branch of medicine that doctors practise and services belong to. */
export type Specialization = Node & {
  /** The specialization's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** A stable code, such as `cardiology`. */
  readonly code: Scalars['String']['output'];
  /** The name in plain words, such as Cardiology. */
  readonly name: Scalars['String']['output'];
  /** What it treats. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
  /** When it was entered in this system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The doctors who practise it. */
  readonly doctors: DoctorConnection;
  /** The healthcare services that belong to it. */
  readonly services: HealthcareServiceConnection;
};


/** A branch of medicine that doctors practise and services belong to. */
export type SpecializationDoctorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  orderBy: DoctorOrder;
};


/** A branch of medicine that doctors practise and services belong to. */
export type SpecializationServicesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HealthcareServiceFilter>;
  orderBy: HealthcareServiceOrder;
};

/** Narrows a list of specializations; all conditions hold together. */
export type SpecializationFilter = {
  /** Name begins with this, whatever the case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
};

/** Orders of a list of specializations. */
export type SpecializationOrder =
  /** By name, A first. */
  | 'NAME_ASC'
  /** By name, Z first. */
  | 'NAME_DESC';

/** A page of specializations. */
export type SpecializationConnection = {
  /** The specializations of this page. */
  readonly edges: ReadonlyArray<SpecializationEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many specializations the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A specialization in a list. */
export type SpecializationEdge = {
  /** The specialization. */
  readonly node: Specialization;
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
  Clinic: Clinic;
  Doctor: Doctor;
  HealthcareService: HealthcareService;
  Specialization: Specialization;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Clinic:
    ( { __typename: 'Clinic' }
    & ( GraphQLRecursivePick<FederationTypes['Clinic'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Clinic'], {"nodeId":true}> ) );
  Doctor:
    ( { __typename: 'Doctor' }
    & ( GraphQLRecursivePick<FederationTypes['Doctor'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Doctor'], {"nodeId":true}> ) );
  HealthcareService:
    ( { __typename: 'HealthcareService' }
    & ( GraphQLRecursivePick<FederationTypes['HealthcareService'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['HealthcareService'], {"nodeId":true}> ) );
  Specialization:
    ( { __typename: 'Specialization' }
    & ( GraphQLRecursivePick<FederationTypes['Specialization'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Specialization'], {"nodeId":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ClinicRow )
    | ( DoctorRow )
    | ( ServiceRow )
    | ( SpecializationRow )
  ;
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
  CreateClinicInput: CreateClinicInput;
  CreateClinicPayload: ResolverTypeWrapper<Omit<CreateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversTypes['Clinic']> }>;
  UpdateClinicInput: UpdateClinicInput;
  UpdateClinicPayload: ResolverTypeWrapper<Omit<UpdateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversTypes['Clinic']> }>;
  Clinic: ResolverTypeWrapper<ClinicRow>;
  DirectoryStatus: DirectoryStatus;
  ClinicFilter: ClinicFilter;
  ClinicOrder: ClinicOrder;
  ClinicConnection: ResolverTypeWrapper<Connection<ClinicRow>>;
  ClinicEdge: ResolverTypeWrapper<Omit<ClinicEdge, 'node'> & { node: ResolversTypes['Clinic'] }>;
  CreateDoctorInput: CreateDoctorInput;
  CreateDoctorPayload: ResolverTypeWrapper<Omit<CreateDoctorPayload, 'doctor'> & { doctor?: Maybe<ResolversTypes['Doctor']> }>;
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: ResolverTypeWrapper<Omit<UpdateDoctorPayload, 'doctor'> & { doctor?: Maybe<ResolversTypes['Doctor']> }>;
  Doctor: ResolverTypeWrapper<DoctorRow>;
  DoctorFilter: DoctorFilter;
  DoctorOrder: DoctorOrder;
  DoctorConnection: ResolverTypeWrapper<Connection<DoctorRow>>;
  DoctorEdge: ResolverTypeWrapper<Omit<DoctorEdge, 'node'> & { node: ResolversTypes['Doctor'] }>;
  CreateHealthcareServiceInput: CreateHealthcareServiceInput;
  CreateHealthcareServicePayload: ResolverTypeWrapper<Omit<CreateHealthcareServicePayload, 'healthcareService'> & { healthcareService?: Maybe<ResolversTypes['HealthcareService']> }>;
  UpdateHealthcareServiceInput: UpdateHealthcareServiceInput;
  UpdateHealthcareServicePayload: ResolverTypeWrapper<Omit<UpdateHealthcareServicePayload, 'healthcareService'> & { healthcareService?: Maybe<ResolversTypes['HealthcareService']> }>;
  HealthcareService: ResolverTypeWrapper<ServiceRow>;
  Modality: Modality;
  HealthcareServiceFilter: HealthcareServiceFilter;
  HealthcareServiceOrder: HealthcareServiceOrder;
  HealthcareServiceConnection: ResolverTypeWrapper<Connection<ServiceRow>>;
  HealthcareServiceEdge: ResolverTypeWrapper<Omit<HealthcareServiceEdge, 'node'> & { node: ResolversTypes['HealthcareService'] }>;
  CreateSpecializationInput: CreateSpecializationInput;
  CreateSpecializationPayload: ResolverTypeWrapper<Omit<CreateSpecializationPayload, 'specialization'> & { specialization?: Maybe<ResolversTypes['Specialization']> }>;
  UpdateSpecializationInput: UpdateSpecializationInput;
  UpdateSpecializationPayload: ResolverTypeWrapper<Omit<UpdateSpecializationPayload, 'specialization'> & { specialization?: Maybe<ResolversTypes['Specialization']> }>;
  Specialization: ResolverTypeWrapper<SpecializationRow>;
  SpecializationFilter: SpecializationFilter;
  SpecializationOrder: SpecializationOrder;
  SpecializationConnection: ResolverTypeWrapper<Connection<SpecializationRow>>;
  SpecializationEdge: ResolverTypeWrapper<Omit<SpecializationEdge, 'node'> & { node: ResolversTypes['Specialization'] }>;
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
  CreateClinicInput: CreateClinicInput;
  CreateClinicPayload: Omit<CreateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversParentTypes['Clinic']> };
  UpdateClinicInput: UpdateClinicInput;
  UpdateClinicPayload: Omit<UpdateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversParentTypes['Clinic']> };
  Clinic: ClinicRow;
  ClinicFilter: ClinicFilter;
  ClinicConnection: Connection<ClinicRow>;
  ClinicEdge: Omit<ClinicEdge, 'node'> & { node: ResolversParentTypes['Clinic'] };
  CreateDoctorInput: CreateDoctorInput;
  CreateDoctorPayload: Omit<CreateDoctorPayload, 'doctor'> & { doctor?: Maybe<ResolversParentTypes['Doctor']> };
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: Omit<UpdateDoctorPayload, 'doctor'> & { doctor?: Maybe<ResolversParentTypes['Doctor']> };
  Doctor: DoctorRow;
  DoctorFilter: DoctorFilter;
  DoctorConnection: Connection<DoctorRow>;
  DoctorEdge: Omit<DoctorEdge, 'node'> & { node: ResolversParentTypes['Doctor'] };
  CreateHealthcareServiceInput: CreateHealthcareServiceInput;
  CreateHealthcareServicePayload: Omit<CreateHealthcareServicePayload, 'healthcareService'> & { healthcareService?: Maybe<ResolversParentTypes['HealthcareService']> };
  UpdateHealthcareServiceInput: UpdateHealthcareServiceInput;
  UpdateHealthcareServicePayload: Omit<UpdateHealthcareServicePayload, 'healthcareService'> & { healthcareService?: Maybe<ResolversParentTypes['HealthcareService']> };
  HealthcareService: ServiceRow;
  HealthcareServiceFilter: HealthcareServiceFilter;
  HealthcareServiceConnection: Connection<ServiceRow>;
  HealthcareServiceEdge: Omit<HealthcareServiceEdge, 'node'> & { node: ResolversParentTypes['HealthcareService'] };
  CreateSpecializationInput: CreateSpecializationInput;
  CreateSpecializationPayload: Omit<CreateSpecializationPayload, 'specialization'> & { specialization?: Maybe<ResolversParentTypes['Specialization']> };
  UpdateSpecializationInput: UpdateSpecializationInput;
  UpdateSpecializationPayload: Omit<UpdateSpecializationPayload, 'specialization'> & { specialization?: Maybe<ResolversParentTypes['Specialization']> };
  Specialization: SpecializationRow;
  SpecializationFilter: SpecializationFilter;
  SpecializationConnection: Connection<SpecializationRow>;
  SpecializationEdge: Omit<SpecializationEdge, 'node'> & { node: ResolversParentTypes['Specialization'] };
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
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType, RequireFields<QueryClinicArgs, 'id'>>;
  clinics?: Resolver<ResolversTypes['ClinicConnection'], ParentType, ContextType, RequireFields<QueryClinicsArgs, 'orderBy'>>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType, RequireFields<QueryDoctorArgs, 'id'>>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<QueryDoctorsArgs, 'orderBy'>>;
  healthcareService?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType, RequireFields<QueryHealthcareServiceArgs, 'id'>>;
  healthcareServices?: Resolver<ResolversTypes['HealthcareServiceConnection'], ParentType, ContextType, RequireFields<QueryHealthcareServicesArgs, 'orderBy'>>;
  specialization?: Resolver<Maybe<ResolversTypes['Specialization']>, ParentType, ContextType, RequireFields<QuerySpecializationArgs, 'id'>>;
  specializations?: Resolver<ResolversTypes['SpecializationConnection'], ParentType, ContextType, RequireFields<QuerySpecializationsArgs, 'orderBy'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createClinic?: Resolver<ResolversTypes['CreateClinicPayload'], ParentType, ContextType, RequireFields<MutationCreateClinicArgs, 'input'>>;
  updateClinic?: Resolver<ResolversTypes['UpdateClinicPayload'], ParentType, ContextType, RequireFields<MutationUpdateClinicArgs, 'input'>>;
  createDoctor?: Resolver<ResolversTypes['CreateDoctorPayload'], ParentType, ContextType, RequireFields<MutationCreateDoctorArgs, 'input'>>;
  updateDoctor?: Resolver<ResolversTypes['UpdateDoctorPayload'], ParentType, ContextType, RequireFields<MutationUpdateDoctorArgs, 'input'>>;
  createHealthcareService?: Resolver<ResolversTypes['CreateHealthcareServicePayload'], ParentType, ContextType, RequireFields<MutationCreateHealthcareServiceArgs, 'input'>>;
  updateHealthcareService?: Resolver<ResolversTypes['UpdateHealthcareServicePayload'], ParentType, ContextType, RequireFields<MutationUpdateHealthcareServiceArgs, 'input'>>;
  createSpecialization?: Resolver<ResolversTypes['CreateSpecializationPayload'], ParentType, ContextType, RequireFields<MutationCreateSpecializationArgs, 'input'>>;
  updateSpecialization?: Resolver<ResolversTypes['UpdateSpecializationPayload'], ParentType, ContextType, RequireFields<MutationUpdateSpecializationArgs, 'input'>>;
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
  __resolveType: TypeResolveFn<'Clinic' | 'Doctor' | 'HealthcareService' | 'Specialization', ParentType, ContextType>;
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

export type CreateClinicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClinicPayload'] = ResolversParentTypes['CreateClinicPayload']> = {
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateClinicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateClinicPayload'] = ResolversParentTypes['UpdateClinicPayload']> = {
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ClinicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clinic'] = ResolversParentTypes['Clinic'], FederationReferenceType extends FederationReferenceTypes['Clinic'] = FederationReferenceTypes['Clinic']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Clinic']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addressLine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DirectoryStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<ClinicDoctorsArgs, 'orderBy'>>;
  services?: Resolver<ResolversTypes['HealthcareServiceConnection'], ParentType, ContextType, RequireFields<ClinicServicesArgs, 'orderBy'>>;
  specializations?: Resolver<ResolversTypes['SpecializationConnection'], ParentType, ContextType, RequireFields<ClinicSpecializationsArgs, 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClinicConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClinicConnection'] = ResolversParentTypes['ClinicConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClinicEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClinicEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClinicEdge'] = ResolversParentTypes['ClinicEdge']> = {
  node?: Resolver<ResolversTypes['Clinic'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDoctorPayload'] = ResolversParentTypes['CreateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateDoctorPayload'] = ResolversParentTypes['UpdateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor'], FederationReferenceType extends FederationReferenceTypes['Doctor'] = FederationReferenceTypes['Doctor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Doctor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  biography?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DirectoryStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clinics?: Resolver<ResolversTypes['ClinicConnection'], ParentType, ContextType, RequireFields<DoctorClinicsArgs, 'orderBy'>>;
  specializations?: Resolver<ResolversTypes['SpecializationConnection'], ParentType, ContextType, RequireFields<DoctorSpecializationsArgs, 'orderBy'>>;
  services?: Resolver<ResolversTypes['HealthcareServiceConnection'], ParentType, ContextType, RequireFields<DoctorServicesArgs, 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DoctorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctorConnection'] = ResolversParentTypes['DoctorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DoctorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DoctorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctorEdge'] = ResolversParentTypes['DoctorEdge']> = {
  node?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateHealthcareServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateHealthcareServicePayload'] = ResolversParentTypes['CreateHealthcareServicePayload']> = {
  healthcareService?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateHealthcareServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateHealthcareServicePayload'] = ResolversParentTypes['UpdateHealthcareServicePayload']> = {
  healthcareService?: Resolver<Maybe<ResolversTypes['HealthcareService']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HealthcareServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareService'] = ResolversParentTypes['HealthcareService'], FederationReferenceType extends FederationReferenceTypes['HealthcareService'] = FederationReferenceTypes['HealthcareService']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['HealthcareService']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bufferBeforeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bufferAfterMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  modalities?: Resolver<ReadonlyArray<ResolversTypes['Modality']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DirectoryStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clinic?: Resolver<ResolversTypes['Clinic'], ParentType, ContextType>;
  specialization?: Resolver<ResolversTypes['Specialization'], ParentType, ContextType>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<HealthcareServiceDoctorsArgs, 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthcareServiceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareServiceConnection'] = ResolversParentTypes['HealthcareServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HealthcareServiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthcareServiceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareServiceEdge'] = ResolversParentTypes['HealthcareServiceEdge']> = {
  node?: Resolver<ResolversTypes['HealthcareService'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateSpecializationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSpecializationPayload'] = ResolversParentTypes['CreateSpecializationPayload']> = {
  specialization?: Resolver<Maybe<ResolversTypes['Specialization']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateSpecializationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSpecializationPayload'] = ResolversParentTypes['UpdateSpecializationPayload']> = {
  specialization?: Resolver<Maybe<ResolversTypes['Specialization']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SpecializationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Specialization'] = ResolversParentTypes['Specialization'], FederationReferenceType extends FederationReferenceTypes['Specialization'] = FederationReferenceTypes['Specialization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Specialization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<SpecializationDoctorsArgs, 'orderBy'>>;
  services?: Resolver<ResolversTypes['HealthcareServiceConnection'], ParentType, ContextType, RequireFields<SpecializationServicesArgs, 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpecializationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpecializationConnection'] = ResolversParentTypes['SpecializationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SpecializationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SpecializationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpecializationEdge'] = ResolversParentTypes['SpecializationEdge']> = {
  node?: Resolver<ResolversTypes['Specialization'], ParentType, ContextType>;
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
  CreateClinicPayload?: CreateClinicPayloadResolvers<ContextType>;
  UpdateClinicPayload?: UpdateClinicPayloadResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  ClinicConnection?: ClinicConnectionResolvers<ContextType>;
  ClinicEdge?: ClinicEdgeResolvers<ContextType>;
  CreateDoctorPayload?: CreateDoctorPayloadResolvers<ContextType>;
  UpdateDoctorPayload?: UpdateDoctorPayloadResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  DoctorConnection?: DoctorConnectionResolvers<ContextType>;
  DoctorEdge?: DoctorEdgeResolvers<ContextType>;
  CreateHealthcareServicePayload?: CreateHealthcareServicePayloadResolvers<ContextType>;
  UpdateHealthcareServicePayload?: UpdateHealthcareServicePayloadResolvers<ContextType>;
  HealthcareService?: HealthcareServiceResolvers<ContextType>;
  HealthcareServiceConnection?: HealthcareServiceConnectionResolvers<ContextType>;
  HealthcareServiceEdge?: HealthcareServiceEdgeResolvers<ContextType>;
  CreateSpecializationPayload?: CreateSpecializationPayloadResolvers<ContextType>;
  UpdateSpecializationPayload?: UpdateSpecializationPayloadResolvers<ContextType>;
  Specialization?: SpecializationResolvers<ContextType>;
  SpecializationConnection?: SpecializationConnectionResolvers<ContextType>;
  SpecializationEdge?: SpecializationEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
