import { createAppointments } from '@consulta/appointments/server';
import { createPatients } from '@consulta/patients/server';
import { noCaches } from '@consulta/platform/cache/cache';
import { createPeers } from '@consulta/platform/hop/peers';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { localTransport, type Transport } from '@consulta/platform/hop/transport';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createPool } from '@consulta/platform/postgres/pool';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { system, type Viewer } from '@consulta/platform/viewer/viewer';
import { createProviders } from '@consulta/providers/server';
import { createRecords } from '@consulta/records/server';
import type { ExecutionResult } from 'graphql';
import type { TestStack } from '../kit/stack.ts';

export interface Hops extends AsyncDisposable {
  readonly transports: Readonly<Record<'patients' | 'providers' | 'appointments' | 'records', Transport>>;
  /** What the owner of a type answers the gateway about entities of it, asked as somebody. */
  entities(viewer: Viewer, type: Owned, keys: readonly Readonly<Record<string, string>>[]): Promise<unknown[]>;
  /** What a subscription follows, asked as somebody. */
  open(viewer: Viewer, subscription: string, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** What a subgraph answers those who are not the gateway. */
  unsigned(): Promise<Record<string, unknown>>;
}

const owners = {
  Patient: 'patients',
  Appointment: 'appointments',
  AppointmentSeries: 'appointments',
  Schedule: 'appointments',
  AvailabilityRule: 'appointments',
  AvailabilityException: 'appointments',
  MedicalRecord: 'records',
  Doctor: 'providers',
  Clinic: 'providers',
} as const;
export type Owned = keyof typeof owners;

/** The subgraphs of a stack's database, asked directly over signed hops as the gateway asks them. */
export function hopsTo({ database, secrets }: TestStack): Hops {
  const logger = createLogger({ level: 'error' });
  const metrics = createMetrics();
  const signer = createHopSigner(secrets.internalSecret);
  const pool = createPool(
    {
      connectionString: database.connectionString,
      applicationName: 'consulta test hops',
      max: 5,
      min: 0,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 10_000,
      maxLifetimeSeconds: 600,
      leakAfterMillis: 10_000,
      refuseSecond: true,
    },
    { logger, metrics },
  );
  const dependencies: SubgraphDependencies = {
    pool,
    runtime: { logger, metrics, signer, exposeStatements: false },
    secret: secrets.internalSecret,
    poke: () => undefined,
    caches: noCaches,
    peers: createPeers((name) => localTransport(subgraphs[name as keyof typeof subgraphs]), signer),
  };
  const subgraphs = {
    patients: createPatients(dependencies),
    providers: createProviders(dependencies),
    appointments: createAppointments(dependencies),
    records: createRecords(dependencies),
  };

  return {
    transports: {
      patients: localTransport(subgraphs.patients),
      providers: localTransport(subgraphs.providers),
      appointments: localTransport(subgraphs.appointments),
      records: localTransport(subgraphs.records),
    },
    async entities(viewer, type, keys) {
      const body = JSON.stringify({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${type} { id createdAt } } }`,
        variables: { of: keys.map((key) => ({ __typename: type, ...key })) },
      });
      const hop = { viewer, requestId: crypto.randomUUID(), deadline: Date.now() + 30_000 };
      const answer = await subgraphs[owners[type]].execute(signer.sign(hop, body), body);
      if ('refused' in answer || answer.errors !== undefined) throw new Error(JSON.stringify(answer));
      return answer.data?.['_entities'] as unknown[];
    },
    async open(viewer, query, variables) {
      const body = JSON.stringify({ query, variables, stream: 'open' });
      const hop = { viewer, requestId: crypto.randomUUID(), deadline: Date.now() + 30_000 };
      const answer = await subgraphs.appointments.execute(signer.sign(hop, body), body);
      if ('refused' in answer) throw new Error(answer.refused);
      return answer;
    },
    async unsigned() {
      const body = '{"query":"{ patients { totalCount } }"}';
      const hop = { viewer: system, requestId: crypto.randomUUID(), deadline: Date.now() + 30_000 };
      const forged = createHopSigner('another secret of thirty-two characters').sign(hop, body);
      return {
        unsigned: await subgraphs.patients.execute(undefined, body),
        'signed for another body': await subgraphs.patients.execute(signer.sign(hop, '{}'), body),
        'signed with another key': await subgraphs.patients.execute(forged, body),
      };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await pool.end();
    },
  };
}
