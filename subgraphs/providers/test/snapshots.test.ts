import type { DomainEvent } from '@consulta/platform/outbox/event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { countSnapshots, snapshots } from '../src/snapshots.ts';
import { directoryOf } from './directory.ts';

let providers: TestSubgraph;
beforeAll(async () => {
  providers = await startSubgraph(createProviders);
});
afterAll(() => providers.stop());

async function told(size?: number): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  for await (const page of snapshots(providers.pool, size)) {
    expect(page.length).toBeGreaterThan(0);
    events.push(...page);
  }
  return events;
}

test('an empty directory tells nothing', async () => {
  expect(await told()).toEqual([]);
  expect(await countSnapshots(providers.pool)).toBe(0);
});

test('every clinic, doctor and service is told once, as its last event told it, whatever the page size', async () => {
  const directory = directoryOf(providers.pool);
  const clinic = await directory.clinic();
  const specialization = await directory.specialization();
  for (let index = 0; index < 6; index += 1) {
    await directory.clinic();
    await directory.doctor({ languages: ['es'] }, { clinics: [clinic], specializations: [specialization] });
    await directory.service(clinic, specialization);
  }
  const changed = await directory.doctor();
  const query = 'mutation ($input: UpdateDoctorInput!) { updateDoctor(input: $input) { userErrors { code } } }';
  const input = { doctor: changed.id, addClinics: [clinic.id], languages: ['fr'] };
  await providers.execute(viewerOf('ADMIN'), query, { input });

  const events = await told();
  expect(events).toHaveLength(7 + 7 + 6);
  expect(await countSnapshots(providers.pool)).toBe(20);
  expect(new Set(events.map(({ aggregateId }) => aggregateId)).size).toBe(20);
  for (const size of [1, 6, 7, 20]) expect(await told(size)).toEqual(events);

  const {
    aggregateId: _,
    aggregateType: __,
    ...state
  } = events.find(({ aggregateId }) => aggregateId === changed.uuid) ?? {};
  expect([state]).toEqual(await directory.events(changed));
});
