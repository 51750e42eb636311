import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { PatientRow } from '../patient/queries.ts';
import type { MedicalHistoryDocument } from '../patient/medical-history.ts';
import type { PatientContactRow } from '../contact/queries.ts';
import type { PreferencesRow } from '../notification-preferences/queries.ts';
import type { Viewer as SignedViewer } from '@consulta/platform/viewer/viewer';
import type { NodeReference } from '../node/reference.ts';
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
  /** Any object of the graph by its id; null where there is none that you may see. */
  readonly node: Maybe<Node>;
  /** Objects by their ids, in the order of the ids; null where there is none that you may see. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** A patient by id; null where there is none that you may see. */
  readonly patient: Maybe<Patient>;
  /** The patients that you may see: yourself, those you treat, those of your clinics, or all. */
  readonly patients: PatientConnection;
  /** Who you are; null where you are not signed in. */
  readonly viewer: Maybe<Viewer>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryPatientArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What you may not see is null or absent, as if it were not there. */
export type QueryPatientsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PatientFilter>;
  orderBy: PatientOrder;
};

/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type Mutation = {
  /** Adds somebody to call. For the patient, STAFF of the patient's clinics and ADMIN. */
  readonly addPatientContact: AddPatientContactPayload;
  /** Changes a contact; fields left out stay as they are. For the patient, STAFF of the patient's clinics and ADMIN. */
  readonly updatePatientContact: UpdatePatientContactPayload;
  /** Removes a contact. For the patient, STAFF of the patient's clinics and ADMIN. */
  readonly removePatientContact: RemovePatientContactPayload;
  /** Changes how you are told of appointments; fields left out stay as they are. For PATIENT. */
  readonly updateNotificationPreferences: UpdateNotificationPreferencesPayload;
  /** Registers a patient at a clinic. For the clinic's STAFF and ADMIN. */
  readonly registerPatient: RegisterPatientPayload;
  /**
   * Changes a patient; fields left out stay as they are. For the patient (all but status and medical history), STAFF of
   * the patient's clinics and ADMIN (all but medical history), and treating doctors (medical history only).
   */
  readonly updatePatient: UpdatePatientPayload;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationAddPatientContactArgs = {
  input: AddPatientContactInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdatePatientContactArgs = {
  input: UpdatePatientContactInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationRemovePatientContactArgs = {
  input: RemovePatientContactInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdateNotificationPreferencesArgs = {
  input: UpdateNotificationPreferencesInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationRegisterPatientArgs = {
  input: RegisterPatientInput;
};


/** What can be changed. Each takes one `input` and answers with what came of it, or with `userErrors` that say why nothing did. */
export type MutationUpdatePatientArgs = {
  input: UpdatePatientInput;
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
  /** A contact needs a telephone or an e-mail. */
  | 'CONTACT_UNREACHABLE'
  /** The clinic already has a patient of this name, birth date and e-mail: find that one, or register with `force`. */
  | 'POSSIBLE_DUPLICATE';

/** Whom to call for a patient, such as a parent or a partner. */
export type PatientContact = {
  /** The contact's id. */
  readonly id: Scalars['ID']['output'];
  /** The patient to call for. */
  readonly patient: Maybe<Patient>;
  /** Name of the contact. */
  readonly name: Scalars['String']['output'];
  /** What they are to the patient, such as `mother`. */
  readonly relationship: Scalars['String']['output'];
  /** Telephone, as E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** E-mail. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** When they were added. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A page of contacts. */
export type PatientContactConnection = {
  /** The contacts of this page. */
  readonly edges: ReadonlyArray<PatientContactEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many contacts the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A contact in a list. */
export type PatientContactEdge = {
  /** The contact. */
  readonly node: PatientContact;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** A new contact, with a telephone or an e-mail. */
export type AddPatientContactInput = {
  /** The patient to call for. */
  readonly patient: Scalars['ID']['input'];
  /** Refuse where the patient is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the contact, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What they are to the patient, such as `mother`, 1 to 50 characters. */
  readonly relationship: Scalars['String']['input'];
  /** Telephone, as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new contact, or why there is none. */
export type AddPatientContactPayload = {
  /** The contact, null where it was refused. */
  readonly patientContact: Maybe<PatientContact>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a contact. */
export type UpdatePatientContactInput = {
  /** The contact to change. */
  readonly patientContact: Scalars['ID']['input'];
  /** Refuse where the patient is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the contact, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What they are to the patient, such as `mother`, 1 to 50 characters. */
  readonly relationship?: InputMaybe<Scalars['String']['input']>;
  /** Telephone, as E.164; null removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail; null removes it. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed contact, or why they stay as they were. */
export type UpdatePatientContactPayload = {
  /** The contact, null where the change was refused. */
  readonly patientContact: Maybe<PatientContact>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A contact to remove. */
export type RemovePatientContactInput = {
  /** The contact to remove. */
  readonly patientContact: Scalars['ID']['input'];
  /** Refuse where the patient is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The patient without the contact, or why they stay. */
export type RemovePatientContactPayload = {
  /** The patient, null where removing was refused. */
  readonly patient: Maybe<Patient>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Doctor = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type Clinic = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type Specialization = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type HealthcareService = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type Schedule = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type AvailabilityRule = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type AvailabilityException = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type Appointment = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type AppointmentSeries = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

export type MedicalRecord = Node & {
  readonly id: Scalars['ID']['output'];
  readonly nodeId: Scalars['ID']['output'];
};

/** How a patient wants to be told of appointments. E-mail and SMS at any hour until the patient says otherwise. */
export type NotificationPreferences = {
  /** Whether by e-mail. */
  readonly email: Scalars['Boolean']['output'];
  /** Whether by SMS. */
  readonly sms: Scalars['Boolean']['output'];
  /** When not to disturb; null where any hour will do. */
  readonly quietHours: Maybe<QuietHours>;
  /** Grows by one with every change; 1 for those never changed. */
  readonly version: Scalars['Int']['output'];
};

/** Hours in which a patient is not disturbed, in the patient's own zone. They may cross midnight. */
export type QuietHours = {
  /** First minute of quiet. */
  readonly from: Scalars['LocalTime']['output'];
  /** First minute after it. */
  readonly to: Scalars['LocalTime']['output'];
};

/** Hours in which a patient is not disturbed, in the patient's own zone. They may cross midnight: 22:00 to 07:00. */
export type QuietHoursInput = {
  /** First minute of quiet. */
  readonly from: Scalars['LocalTime']['input'];
  /** First minute after it; other than `from`. */
  readonly to: Scalars['LocalTime']['input'];
};

/** A change of your notification preferences. */
export type UpdateNotificationPreferencesInput = {
  /** Refuse where the preferences are no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whether by e-mail. */
  readonly email?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether by SMS. */
  readonly sms?: InputMaybe<Scalars['Boolean']['input']>;
  /** When not to disturb; null for any hour. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed preferences, or why they stay as they were. */
export type UpdateNotificationPreferencesPayload = {
  /** The preferences, null where the change was refused. */
  readonly notificationPreferences: Maybe<NotificationPreferences>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A person who is or was treated. */
export type Patient = Node & {
  /** The patient's id. */
  readonly id: Scalars['ID']['output'];
  /** The id once more, by which the graph refetches any node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Given and family names, as one would write them on a letter. */
  readonly name: Scalars['String']['output'];
  /** Given names. */
  readonly givenName: Scalars['String']['output'];
  /** Family names. */
  readonly familyName: Scalars['String']['output'];
  /** Day of birth. */
  readonly birthDate: Scalars['Date']['output'];
  /** Administrative gender. */
  readonly gender: Gender;
  /** E-mail of the patient. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Telephone of the patient, as E.164. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  readonly addressLine: Maybe<Scalars['String']['output']>;
  /** City of residence. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** Country of residence as ISO 3166-1 alpha-2. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Language to address the patient in, as BCP 47. */
  readonly language: Scalars['String']['output'];
  /** The zone in which the patient is told times. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Whether the patient is in care. */
  readonly status: PatientStatus;
  /** What doctors should know before they treat. Only for the patient and treating doctors; null for everybody else. */
  readonly medicalHistory: Maybe<MedicalHistory>;
  /** Grows by one with every change of the patient and the patient's contacts. */
  readonly version: Scalars['Int']['output'];
  /** When the patient was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the patient last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Whom to call for the patient, in the order they were added. */
  readonly contacts: PatientContactConnection;
  /** How the patient wants to be told of appointments. */
  readonly notificationPreferences: NotificationPreferences;
};


/** A person who is or was treated. */
export type PatientContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What doctors should know before they treat. */
export type MedicalHistory = {
  /** Substances that the patient does not tolerate. */
  readonly allergies: ReadonlyArray<Scalars['String']['output']>;
  /** Diagnoses that last. */
  readonly conditions: ReadonlyArray<Scalars['String']['output']>;
  /** Medicines taken regularly. */
  readonly medications: ReadonlyArray<Scalars['String']['output']>;
  /** AB0 group and rhesus factor, such as `0+`. */
  readonly bloodType: Maybe<Scalars['String']['output']>;
  /** Anything else. */
  readonly notes: Maybe<Scalars['String']['output']>;
};

/** Administrative gender (FHIR). */
export type Gender =
  /** Male. */
  | 'MALE'
  /** Female. */
  | 'FEMALE'
  /** Other. */
  | 'OTHER'
  /** Not known or not told. */
  | 'UNKNOWN';

/** Whether a patient is in care. */
export type PatientStatus =
  /** In care. */
  | 'ACTIVE'
  /** Kept for the past. */
  | 'INACTIVE';

/** Narrows a list of patients; all conditions hold together. */
export type PatientFilter = {
  /** Family or given name begins with this, whatever the case. */
  readonly namePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Day of birth is this. */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** E-mail is this, whatever the case. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Status is this. */
  readonly status?: InputMaybe<PatientStatus>;
  /** Registered or treated at this clinic. */
  readonly clinic?: InputMaybe<Scalars['ID']['input']>;
};

/** Orders of a list of patients. */
export type PatientOrder =
  /** By family name, then given name, A first. */
  | 'NAME_ASC'
  /** By family name, then given name, Z first. */
  | 'NAME_DESC'
  /** Registered first, first. */
  | 'CREATED_AT_ASC'
  /** Registered last, first. */
  | 'CREATED_AT_DESC';

/** A page of patients. */
export type PatientConnection = {
  /** The patients of this page. */
  readonly edges: ReadonlyArray<PatientEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many patients the whole list has; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A patient in a list. */
export type PatientEdge = {
  /** The patient. */
  readonly node: Patient;
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output'];
};

/** What doctors should know before they treat. */
export type MedicalHistoryInput = {
  /** Substances that the patient does not tolerate, up to 50 of 100 characters. */
  readonly allergies: ReadonlyArray<Scalars['String']['input']>;
  /** Diagnoses that last, up to 50 of 100 characters. */
  readonly conditions: ReadonlyArray<Scalars['String']['input']>;
  /** Medicines taken regularly, up to 50 of 100 characters. */
  readonly medications: ReadonlyArray<Scalars['String']['input']>;
  /** AB0 group and rhesus factor, such as `0+`. */
  readonly bloodType?: InputMaybe<Scalars['String']['input']>;
  /** Anything else, up to 10,000 characters. */
  readonly notes?: InputMaybe<Scalars['String']['input']>;
};

/** A new patient. */
export type RegisterPatientInput = {
  /** The clinic that registers the patient; its staff can see the patient from then on. */
  readonly clinic: Scalars['ID']['input'];
  /** Given names, 1 to 100 characters. */
  readonly givenName: Scalars['String']['input'];
  /** Family names, 1 to 100 characters. */
  readonly familyName: Scalars['String']['input'];
  /** Day of birth, not after today. */
  readonly birthDate: Scalars['Date']['input'];
  /** Administrative gender. */
  readonly gender: Gender;
  /** E-mail of the patient. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone of the patient, as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 200 characters. */
  readonly addressLine?: InputMaybe<Scalars['String']['input']>;
  /** City of residence, 1 to 100 characters. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, up to 20 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Country of residence as ISO 3166-1 alpha-2. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Language to address the patient in, as BCP 47. */
  readonly language: Scalars['String']['input'];
  /** The zone in which the patient is told times. */
  readonly timeZone: Scalars['TimeZone']['input'];
  /** Register although the clinic already has a patient of this name, birth date and e-mail. */
  readonly force: Scalars['Boolean']['input'];
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new patient, or why there is none. */
export type RegisterPatientPayload = {
  /** The patient, null where registering was refused. */
  readonly patient: Maybe<Patient>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of a patient. */
export type UpdatePatientInput = {
  /** The patient to change. */
  readonly patient: Scalars['ID']['input'];
  /** Refuse where the patient is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given names, 1 to 100 characters. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Family names, 1 to 100 characters. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** Day of birth, not after today. */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** Administrative gender. */
  readonly gender?: InputMaybe<Gender>;
  /** E-mail of the patient; null removes it. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Telephone of the patient, as E.164; null removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 200 characters; null removes it. */
  readonly addressLine?: InputMaybe<Scalars['String']['input']>;
  /** City of residence, 1 to 100 characters; null removes it. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, up to 20 characters; null removes it. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Country of residence as ISO 3166-1 alpha-2; null removes it. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Language to address the patient in, as BCP 47. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** The zone in which the patient is told times. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Whether the patient is in care. */
  readonly status?: InputMaybe<PatientStatus>;
  /** What doctors should know, replaced as a whole; null removes it. */
  readonly medicalHistory?: InputMaybe<MedicalHistoryInput>;
  /** Makes the call safe to repeat: the same key gets the first answer. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The changed patient, or why they stay as they were. */
export type UpdatePatientPayload = {
  /** The patient, null where the change was refused. */
  readonly patient: Maybe<Patient>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who asks. */
export type Viewer = {
  /** Id of the account; null for the system itself. */
  readonly account: Maybe<Scalars['ID']['output']>;
  /** What the account may do. */
  readonly role: ViewerRole;
  /** The patient you are, for PATIENT. */
  readonly patient: Maybe<Patient>;
  /** The doctor you are, for DOCTOR. */
  readonly doctor: Maybe<Doctor>;
  /** The clinics you work at, for STAFF. */
  readonly clinics: ViewerClinicConnection;
};


/** Who asks. */
export type ViewerClinicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
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

/** A page of the viewer's clinics. */
export type ViewerClinicConnection = {
  /** The clinics of this page. */
  readonly edges: ReadonlyArray<ViewerClinicEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many clinics the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A clinic of the viewer. */
export type ViewerClinicEdge = {
  /** The clinic; null where it is gone from the directory. */
  readonly node: Maybe<Clinic>;
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Patient:
    ( { __typename: 'Patient' }
    & ( GraphQLRecursivePick<FederationTypes['Patient'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Patient'], {"nodeId":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( NodeReference )
    | ( AppointmentSeries )
    | ( NodeReference )
    | ( PatientRow )
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
  PatientContact: ResolverTypeWrapper<PatientContactRow>;
  PatientContactConnection: ResolverTypeWrapper<Connection<PatientContactRow>>;
  PatientContactEdge: ResolverTypeWrapper<Omit<PatientContactEdge, 'node'> & { node: ResolversTypes['PatientContact'] }>;
  AddPatientContactInput: AddPatientContactInput;
  AddPatientContactPayload: ResolverTypeWrapper<Omit<AddPatientContactPayload, 'patientContact'> & { patientContact?: Maybe<ResolversTypes['PatientContact']> }>;
  UpdatePatientContactInput: UpdatePatientContactInput;
  UpdatePatientContactPayload: ResolverTypeWrapper<Omit<UpdatePatientContactPayload, 'patientContact'> & { patientContact?: Maybe<ResolversTypes['PatientContact']> }>;
  RemovePatientContactInput: RemovePatientContactInput;
  RemovePatientContactPayload: ResolverTypeWrapper<Omit<RemovePatientContactPayload, 'patient'> & { patient?: Maybe<ResolversTypes['Patient']> }>;
  Doctor: ResolverTypeWrapper<NodeReference>;
  Clinic: ResolverTypeWrapper<NodeReference>;
  Specialization: ResolverTypeWrapper<NodeReference>;
  HealthcareService: ResolverTypeWrapper<NodeReference>;
  Schedule: ResolverTypeWrapper<NodeReference>;
  AvailabilityRule: ResolverTypeWrapper<NodeReference>;
  AvailabilityException: ResolverTypeWrapper<NodeReference>;
  Appointment: ResolverTypeWrapper<NodeReference>;
  AppointmentSeries: ResolverTypeWrapper<AppointmentSeries>;
  MedicalRecord: ResolverTypeWrapper<NodeReference>;
  NotificationPreferences: ResolverTypeWrapper<PreferencesRow>;
  QuietHours: ResolverTypeWrapper<QuietHours>;
  QuietHoursInput: QuietHoursInput;
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: ResolverTypeWrapper<Omit<UpdateNotificationPreferencesPayload, 'notificationPreferences'> & { notificationPreferences?: Maybe<ResolversTypes['NotificationPreferences']> }>;
  Patient: ResolverTypeWrapper<PatientRow>;
  MedicalHistory: ResolverTypeWrapper<MedicalHistoryDocument>;
  Gender: Gender;
  PatientStatus: PatientStatus;
  PatientFilter: PatientFilter;
  PatientOrder: PatientOrder;
  PatientConnection: ResolverTypeWrapper<Connection<PatientRow>>;
  PatientEdge: ResolverTypeWrapper<Omit<PatientEdge, 'node'> & { node: ResolversTypes['Patient'] }>;
  MedicalHistoryInput: MedicalHistoryInput;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: ResolverTypeWrapper<Omit<RegisterPatientPayload, 'patient'> & { patient?: Maybe<ResolversTypes['Patient']> }>;
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: ResolverTypeWrapper<Omit<UpdatePatientPayload, 'patient'> & { patient?: Maybe<ResolversTypes['Patient']> }>;
  Viewer: ResolverTypeWrapper<SignedViewer>;
  ViewerRole: ViewerRole;
  ViewerClinicConnection: ResolverTypeWrapper<Connection<NodeReference>>;
  ViewerClinicEdge: ResolverTypeWrapper<Omit<ViewerClinicEdge, 'node'> & { node?: Maybe<ResolversTypes['Clinic']> }>;
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
  PatientContact: PatientContactRow;
  PatientContactConnection: Connection<PatientContactRow>;
  PatientContactEdge: Omit<PatientContactEdge, 'node'> & { node: ResolversParentTypes['PatientContact'] };
  AddPatientContactInput: AddPatientContactInput;
  AddPatientContactPayload: Omit<AddPatientContactPayload, 'patientContact'> & { patientContact?: Maybe<ResolversParentTypes['PatientContact']> };
  UpdatePatientContactInput: UpdatePatientContactInput;
  UpdatePatientContactPayload: Omit<UpdatePatientContactPayload, 'patientContact'> & { patientContact?: Maybe<ResolversParentTypes['PatientContact']> };
  RemovePatientContactInput: RemovePatientContactInput;
  RemovePatientContactPayload: Omit<RemovePatientContactPayload, 'patient'> & { patient?: Maybe<ResolversParentTypes['Patient']> };
  Doctor: NodeReference;
  Clinic: NodeReference;
  Specialization: NodeReference;
  HealthcareService: NodeReference;
  Schedule: NodeReference;
  AvailabilityRule: NodeReference;
  AvailabilityException: NodeReference;
  Appointment: NodeReference;
  AppointmentSeries: AppointmentSeries;
  MedicalRecord: NodeReference;
  NotificationPreferences: PreferencesRow;
  QuietHours: QuietHours;
  QuietHoursInput: QuietHoursInput;
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: Omit<UpdateNotificationPreferencesPayload, 'notificationPreferences'> & { notificationPreferences?: Maybe<ResolversParentTypes['NotificationPreferences']> };
  Patient: PatientRow;
  MedicalHistory: MedicalHistoryDocument;
  PatientFilter: PatientFilter;
  PatientConnection: Connection<PatientRow>;
  PatientEdge: Omit<PatientEdge, 'node'> & { node: ResolversParentTypes['Patient'] };
  MedicalHistoryInput: MedicalHistoryInput;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: Omit<RegisterPatientPayload, 'patient'> & { patient?: Maybe<ResolversParentTypes['Patient']> };
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: Omit<UpdatePatientPayload, 'patient'> & { patient?: Maybe<ResolversParentTypes['Patient']> };
  Viewer: SignedViewer;
  ViewerClinicConnection: Connection<NodeReference>;
  ViewerClinicEdge: Omit<ViewerClinicEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Clinic']> };
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
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType, RequireFields<QueryPatientArgs, 'id'>>;
  patients?: Resolver<ResolversTypes['PatientConnection'], ParentType, ContextType, RequireFields<QueryPatientsArgs, 'orderBy'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addPatientContact?: Resolver<ResolversTypes['AddPatientContactPayload'], ParentType, ContextType, RequireFields<MutationAddPatientContactArgs, 'input'>>;
  updatePatientContact?: Resolver<ResolversTypes['UpdatePatientContactPayload'], ParentType, ContextType, RequireFields<MutationUpdatePatientContactArgs, 'input'>>;
  removePatientContact?: Resolver<ResolversTypes['RemovePatientContactPayload'], ParentType, ContextType, RequireFields<MutationRemovePatientContactArgs, 'input'>>;
  updateNotificationPreferences?: Resolver<ResolversTypes['UpdateNotificationPreferencesPayload'], ParentType, ContextType, RequireFields<MutationUpdateNotificationPreferencesArgs, 'input'>>;
  registerPatient?: Resolver<ResolversTypes['RegisterPatientPayload'], ParentType, ContextType, RequireFields<MutationRegisterPatientArgs, 'input'>>;
  updatePatient?: Resolver<ResolversTypes['UpdatePatientPayload'], ParentType, ContextType, RequireFields<MutationUpdatePatientArgs, 'input'>>;
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
  __resolveType: TypeResolveFn<'Doctor' | 'Clinic' | 'Specialization' | 'HealthcareService' | 'Schedule' | 'AvailabilityRule' | 'AvailabilityException' | 'Appointment' | 'AppointmentSeries' | 'MedicalRecord' | 'Patient', ParentType, ContextType>;
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

export type PatientContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientContact'] = ResolversParentTypes['PatientContact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PatientContactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientContactConnection'] = ResolversParentTypes['PatientContactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PatientContactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PatientContactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientContactEdge'] = ResolversParentTypes['PatientContactEdge']> = {
  node?: Resolver<ResolversTypes['PatientContact'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AddPatientContactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddPatientContactPayload'] = ResolversParentTypes['AddPatientContactPayload']> = {
  patientContact?: Resolver<Maybe<ResolversTypes['PatientContact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePatientContactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePatientContactPayload'] = ResolversParentTypes['UpdatePatientContactPayload']> = {
  patientContact?: Resolver<Maybe<ResolversTypes['PatientContact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemovePatientContactPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePatientContactPayload'] = ResolversParentTypes['RemovePatientContactPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClinicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clinic'] = ResolversParentTypes['Clinic']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpecializationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Specialization'] = ResolversParentTypes['Specialization']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthcareServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthcareService'] = ResolversParentTypes['HealthcareService']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityRule'] = ResolversParentTypes['AvailabilityRule']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityException'] = ResolversParentTypes['AvailabilityException']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentSeries'] = ResolversParentTypes['AppointmentSeries']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MedicalRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalRecord'] = ResolversParentTypes['MedicalRecord']> = {
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferences'] = ResolversParentTypes['NotificationPreferences']> = {
  email?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sms?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuietHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
};

export type UpdateNotificationPreferencesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationPreferencesPayload'] = ResolversParentTypes['UpdateNotificationPreferencesPayload']> = {
  notificationPreferences?: Resolver<Maybe<ResolversTypes['NotificationPreferences']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Patient'] = ResolversParentTypes['Patient'], FederationReferenceType extends FederationReferenceTypes['Patient'] = FederationReferenceTypes['Patient']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Patient']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  birthDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  gender?: Resolver<ResolversTypes['Gender'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addressLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PatientStatus'], ParentType, ContextType>;
  medicalHistory?: Resolver<Maybe<ResolversTypes['MedicalHistory']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['PatientContactConnection'], ParentType, ContextType, Partial<PatientContactsArgs>>;
  notificationPreferences?: Resolver<ResolversTypes['NotificationPreferences'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MedicalHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalHistory'] = ResolversParentTypes['MedicalHistory']> = {
  allergies?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  medications?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  bloodType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PatientConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientConnection'] = ResolversParentTypes['PatientConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PatientEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PatientEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientEdge'] = ResolversParentTypes['PatientEdge']> = {
  node?: Resolver<ResolversTypes['Patient'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegisterPatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPatientPayload'] = ResolversParentTypes['RegisterPatientPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePatientPayload'] = ResolversParentTypes['UpdatePatientPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  account?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ViewerRole'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  clinics?: Resolver<ResolversTypes['ViewerClinicConnection'], ParentType, ContextType, Partial<ViewerClinicsArgs>>;
};

export type ViewerClinicConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViewerClinicConnection'] = ResolversParentTypes['ViewerClinicConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ViewerClinicEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ViewerClinicEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViewerClinicEdge'] = ResolversParentTypes['ViewerClinicEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
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
  PatientContact?: PatientContactResolvers<ContextType>;
  PatientContactConnection?: PatientContactConnectionResolvers<ContextType>;
  PatientContactEdge?: PatientContactEdgeResolvers<ContextType>;
  AddPatientContactPayload?: AddPatientContactPayloadResolvers<ContextType>;
  UpdatePatientContactPayload?: UpdatePatientContactPayloadResolvers<ContextType>;
  RemovePatientContactPayload?: RemovePatientContactPayloadResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  Specialization?: SpecializationResolvers<ContextType>;
  HealthcareService?: HealthcareServiceResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  AvailabilityRule?: AvailabilityRuleResolvers<ContextType>;
  AvailabilityException?: AvailabilityExceptionResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentSeries?: AppointmentSeriesResolvers<ContextType>;
  MedicalRecord?: MedicalRecordResolvers<ContextType>;
  NotificationPreferences?: NotificationPreferencesResolvers<ContextType>;
  QuietHours?: QuietHoursResolvers<ContextType>;
  UpdateNotificationPreferencesPayload?: UpdateNotificationPreferencesPayloadResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  MedicalHistory?: MedicalHistoryResolvers<ContextType>;
  PatientConnection?: PatientConnectionResolvers<ContextType>;
  PatientEdge?: PatientEdgeResolvers<ContextType>;
  RegisterPatientPayload?: RegisterPatientPayloadResolvers<ContextType>;
  UpdatePatientPayload?: UpdatePatientPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerClinicConnection?: ViewerClinicConnectionResolvers<ContextType>;
  ViewerClinicEdge?: ViewerClinicEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
