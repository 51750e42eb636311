import { randomUUID } from 'node:crypto';
import { noCaches } from '@consulta/platform/cache/cache';
import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { DomainEvent, OutboxEvent } from '@consulta/platform/outbox/event';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph } from '../../../test/kit/subgraph.ts';
import { directoryConsumer } from '../src/directory/consumer.ts';
import { createDirectory, keepEntries } from '../src/directory/directory.ts';
import { rebuildDirectory } from '../src/directory/rebuild.ts';
import type { Database } from '../src/generated/database.ts';
import { createAppointments } from '../src/server.ts';

let appointments: TestSubgraph;
let db: Kysely<Database>;

beforeAll(async () => {
  appointments = await startSubgraph(createAppointments);
  db = createKysely<Database>(appointments.pool, 'appointments');
});
afterAll(() => appointments.stop());

const nobody: Peers = { ask: () => Promise.reject(new Error('nobody was to be asked')) };

function clinicEvent(aggregateId: string, version: number, city: string): OutboxEvent {
  const payload = { timeZone: 'Europe/Madrid', city, status: 'active' };
  const event = { aggregateType: 'clinic', aggregateId, version, type: 'clinic.changed', payload };
  return { ...event, id: version, occurredAt: new Date() };
}

function deliver(...events: readonly OutboxEvent[]): Promise<void> {
  return db
    .transaction()
    .execute((transaction) =>
      directoryConsumer.deliver(events, { transaction: () => transaction as never, afterCommit: () => undefined }),
    );
}

describe('the directory', () => {
  test('keeps the newest of what it is told, in whatever order it comes', async () => {
    const clinic = randomUUID();
    await deliver(clinicEvent(clinic, 2, 'Lima'), clinicEvent(clinic, 3, 'Quito'));
    await deliver(clinicEvent(clinic, 1, 'Madrid'));
    expect(await createDirectory(db, nobody, keepEntries(noCaches)).clinic(clinic)).toMatchObject({
      city: 'Quito',
      version: 3,
    });
  });

  test('keeps whole entries of doctors and services', async () => {
    const [doctor, service, clinic, specialization] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const told = { version: 7, id: 1, occurredAt: new Date() };
    await deliver(
      {
        ...told,
        aggregateType: 'doctor',
        aggregateId: doctor,
        type: 'doctor.changed',
        payload: { specializations: [specialization], clinics: [clinic], languages: ['es', 'en'], status: 'active' },
      },
      {
        ...told,
        aggregateType: 'service',
        aggregateId: service,
        type: 'service.changed',
        payload: {
          clinic,
          specialization,
          durationMinutes: 40,
          bufferBeforeMinutes: 5,
          bufferAfterMinutes: 10,
          modalities: ['video'],
          status: 'inactive',
        },
      },
    );
    const directory = createDirectory(db, nobody, keepEntries(noCaches));
    expect(await directory.doctor(doctor)).toEqual({
      id: doctor,
      specialization_ids: [specialization],
      clinic_ids: [clinic],
      languages: ['es', 'en'],
      status: 'active',
      version: 7,
    });
    expect(await directory.service(service)).toEqual({
      id: service,
      clinic_id: clinic,
      specialization_id: specialization,
      duration_minutes: 40,
      buffer_before_minutes: 5,
      buffer_after_minutes: 10,
      modalities: ['video'],
      status: 'inactive',
      version: 7,
    });
  });

  test('asks the owner once for all that it misses, and remembers the answer', async () => {
    const [known, unheard, unknown] = [randomUUID(), randomUUID(), randomUUID()];
    await deliver(clinicEvent(known, 1, 'Madrid'));
    const questions: unknown[] = [];
    const owner: Peers = {
      ask(subgraph, _query, { representations }) {
        questions.push([subgraph, representations]);
        const id = toGlobalId('Clinic', unheard);
        const entity = { id, timeZone: 'America/Lima', city: 'Lima', status: 'ACTIVE', version: 4 };
        return Promise.resolve({ _entities: [entity, null] });
      },
    };
    const directory = createDirectory(db, owner, keepEntries(noCaches));
    const found = await Promise.all([known, unheard, unknown].map((id) => directory.clinic(id)));
    expect(found.map((clinic) => clinic?.city ?? null)).toEqual(['Madrid', 'Lima', null]);
    const asked = [unheard, unknown].map((id) => ({ __typename: 'Clinic', id: toGlobalId('Clinic', id) }));
    expect(questions).toEqual([['providers', asked]]);
    expect(await createDirectory(db, nobody, keepEntries(noCaches)).clinic(unheard)).toMatchObject({
      time_zone: 'America/Lima',
      version: 4,
    });
  });

  test('is rebuilt while events go on, without going back to what it was', async () => {
    const clinics = Array.from({ length: 5 }, () => randomUUID());
    const [changed = ''] = clinics;
    await deliver(clinicEvent(changed, 9, 'Changed meanwhile'));
    async function* snapshots(): AsyncGenerator<readonly DomainEvent[]> {
      yield clinics.slice(0, 3).map((id) => clinicEvent(id, 8, 'Snapshot'));
      yield clinics.slice(3).map((id) => clinicEvent(id, 8, 'Snapshot'));
    }
    const progress: number[] = [];
    expect(await rebuildDirectory(db, snapshots(), (entries) => progress.push(entries))).toBe(5);
    expect(progress).toEqual([3, 2]);
    const directory = createDirectory(db, nobody, keepEntries(noCaches));
    const cities = await Promise.all(clinics.map(async (id) => (await directory.clinic(id))?.city));
    expect(cities).toEqual(['Changed meanwhile', ...Array(4).fill('Snapshot')]);
  });

  test('mends an entry of the same version', async () => {
    const clinic = randomUUID();
    await deliver(clinicEvent(clinic, 2, 'Lima'));
    await db.updateTable('clinic_directory').set({ city: 'Damaged' }).where('clinic_id', '=', clinic).execute();
    await deliver(clinicEvent(clinic, 2, 'Lima'));
    expect(await createDirectory(db, nobody, keepEntries(noCaches)).clinic(clinic)).toMatchObject({ city: 'Lima' });
  });
});
