import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Connection } from '@consulta/platform/connection/connection';
import type { ClinicRow } from '../clinic/queries.ts';
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
  /** A clinic by its id; null where there is none. */
  readonly clinic: Maybe<Clinic>;
  /** Clinics, active ones unless the filter says otherwise. */
  readonly clinics: ClinicConnection;
};


export type QueryClinicArgs = {
  id: Scalars['ID']['input'];
};


export type QueryClinicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClinicFilter>;
  orderBy: ClinicOrder;
};

export type Mutation = {
  /** Opens a clinic. For ADMIN. */
  readonly createClinic: CreateClinicPayload;
  /** Changes a clinic; fields left out stay as they are. For ADMIN and the clinic's own STAFF. */
  readonly updateClinic: UpdateClinicPayload;
};


export type MutationCreateClinicArgs = {
  input: CreateClinicInput;
};


export type MutationUpdateClinicArgs = {
  input: UpdateClinicInput;
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
  | 'IDEMPOTENCY_KEY_REUSED';

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
  /** When it was opened in this system. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
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
  | 'NAME_DESC';

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

/** A change of a clinic. */
export type UpdateClinicInput = {
  /** The clinic to change. */
  readonly clinic: Scalars['ID']['input'];
  /** Refuse where the clinic is no longer at this version. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The name on its door, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, 1 to 200 characters. */
  readonly addressLine?: InputMaybe<Scalars['String']['input']>;
  /** The city it stands in, 1 to 100 characters. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** State, province or region, up to 100 characters. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, up to 20 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Telephone of the reception, as E.164. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail of the reception. */
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Clinic:
    ( { __typename: 'Clinic' }
    & ( GraphQLRecursivePick<FederationTypes['Clinic'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Clinic'], {"nodeId":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( ClinicRow );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  Clinic: ResolverTypeWrapper<ClinicRow>;
  DirectoryStatus: DirectoryStatus;
  ClinicFilter: ClinicFilter;
  ClinicOrder: ClinicOrder;
  ClinicConnection: ResolverTypeWrapper<Connection<ClinicRow>>;
  ClinicEdge: ResolverTypeWrapper<Omit<ClinicEdge, 'node'> & { node: ResolversTypes['Clinic'] }>;
  CreateClinicInput: CreateClinicInput;
  CreateClinicPayload: ResolverTypeWrapper<Omit<CreateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversTypes['Clinic']> }>;
  UpdateClinicInput: UpdateClinicInput;
  UpdateClinicPayload: ResolverTypeWrapper<Omit<UpdateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversTypes['Clinic']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Clinic: ClinicRow;
  ClinicFilter: ClinicFilter;
  ClinicConnection: Connection<ClinicRow>;
  ClinicEdge: Omit<ClinicEdge, 'node'> & { node: ResolversParentTypes['Clinic'] };
  CreateClinicInput: CreateClinicInput;
  CreateClinicPayload: Omit<CreateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversParentTypes['Clinic']> };
  UpdateClinicInput: UpdateClinicInput;
  UpdateClinicPayload: Omit<UpdateClinicPayload, 'clinic'> & { clinic?: Maybe<ResolversParentTypes['Clinic']> };
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType, RequireFields<QueryClinicArgs, 'id'>>;
  clinics?: Resolver<ResolversTypes['ClinicConnection'], ParentType, ContextType, RequireFields<QueryClinicsArgs, 'orderBy'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createClinic?: Resolver<ResolversTypes['CreateClinicPayload'], ParentType, ContextType, RequireFields<MutationCreateClinicArgs, 'input'>>;
  updateClinic?: Resolver<ResolversTypes['UpdateClinicPayload'], ParentType, ContextType, RequireFields<MutationUpdateClinicArgs, 'input'>>;
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
  __resolveType: TypeResolveFn<'Clinic', ParentType, ContextType>;
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

export type CreateClinicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClinicPayload'] = ResolversParentTypes['CreateClinicPayload']> = {
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateClinicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateClinicPayload'] = ResolversParentTypes['UpdateClinicPayload']> = {
  clinic?: Resolver<Maybe<ResolversTypes['Clinic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Clinic?: ClinicResolvers<ContextType>;
  ClinicConnection?: ClinicConnectionResolvers<ContextType>;
  ClinicEdge?: ClinicEdgeResolvers<ContextType>;
  CreateClinicPayload?: CreateClinicPayloadResolvers<ContextType>;
  UpdateClinicPayload?: UpdateClinicPayloadResolvers<ContextType>;
};

