import { randomUUID } from 'node:crypto';
import { noCaches } from '@consulta/platform/cache/cache';
import { openInstallation } from '@consulta/platform/cache/fixture';
import { tagsOf } from '@consulta/platform/cache/tags';
import { eventually } from '@consulta/platform/outbox/fixture';
import { countStatements } from '@consulta/platform/postgres/statements';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createAccount, setAccountStatus } from './accounts.ts';
import { accountChanged } from './events.ts';
import { type Identity, openIdentity } from './fixture.ts';
import { createRightsOf, type RightsOf } from './rights.ts';

const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: undefined },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/8', redisUrl).href },
];

let database: TestDatabase;
let identity: Identity;
beforeAll(async () => {
  database = await createTestDatabase();
  identity = openIdentity(database.connectionString);
});
afterAll(async () => {
  await identity[Symbol.asyncDispose]();
  await database.drop();
});

const clinics = [randomUUID(), randomUUID()].sort();

async function newAccount(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@clinic.example`;
  const person = { password: 'correct horse battery', displayName: 'Sam', patient: null, doctor: null, clinics };
  return { email, id: await createAccount(identity.unitOfWork, { email, role: 'STAFF', ...person }) };
}

/** What an account may do, and how many statements it took to know. */
const ask = (rightsOf: RightsOf, id: string) =>
  countStatements('test', async (log) => ({ rights: await rightsOf(id), statements: log.total }));

async function untilKept(rightsOf: RightsOf, id: string): Promise<void> {
  const kept = await eventually(
    () => ask(rightsOf, id),
    ({ rights, statements }) => rights !== null && statements === 0,
  );
  expect(kept).toMatchObject({ rights: { role: 'STAFF' }, statements: 0 });
}

async function untilOut(rightsOf: RightsOf, id: string): Promise<void> {
  const rights = await eventually(
    () => rightsOf(id),
    (now) => now === null,
  );
  expect(rights).toBeNull();
}

test('what an account may do is its role, whom it stands for and where it works, and nothing else of it', async () => {
  const { id } = await newAccount();
  const rights = await createRightsOf(identity.db, noCaches)(id);
  expect({ ...rights, clinics: rights?.clinics?.toSorted() }).toEqual({
    ...{ id, role: 'STAFF', patient_id: null, doctor_id: null, clinics },
  });
});

test('each change of an account is told with its version, and what did not happen is not', async () => {
  const { id, email } = await newAccount();
  await setAccountStatus(identity.unitOfWork, email.toUpperCase(), 'disabled');
  expect(await setAccountStatus(identity.unitOfWork, `no-${email}`, 'disabled')).toBe(false);

  const told = await identity.db
    .selectFrom('outbox')
    .select(['aggregate_type', 'type', 'version', 'payload'])
    .where('aggregate_id', '=', id)
    .orderBy('id')
    .execute();
  const event = { aggregate_type: 'account', type: 'account.changed', payload: {} };
  expect(told).toEqual([
    { ...event, version: 1 },
    { ...event, version: 2 },
  ]);
});

describe.each(stores)('rights kept in $store', ({ available, url }) => {
  const open = () => openInstallation({ redisUrl: url, connectionString: database.connectionString });
  const rightsIn = (installation: ReturnType<typeof open>) =>
    createRightsOf(identity.db, installation.newProcess().caches);

  test.runIf(available)('are read once, until an event tells of the account, in every gateway', async () => {
    await using installation = open();
    await installation.startVouching();
    const gateways = [rightsIn(installation), rightsIn(installation)];
    const { id, email } = await newAccount();
    for (const rightsOf of gateways) await untilKept(rightsOf, id);

    await setAccountStatus(identity.unitOfWork, email, 'disabled');
    await installation.feed.voidTags(tagsOf(accountChanged({ id, version: 2 })));
    for (const rightsOf of gateways) await untilOut(rightsOf, id);

    await setAccountStatus(identity.unitOfWork, email, 'active');
    await installation.feed.voidTags(tagsOf(accountChanged({ id, version: 3 })));
    for (const rightsOf of gateways) await untilKept(rightsOf, id);
  });

  test.runIf(available)('count no more once no relay vouches for them: whoever is shut out is out', async () => {
    await using installation = open();
    await installation.startVouching();
    const rightsOf = rightsIn(installation);
    const { id, email } = await newAccount();
    await untilKept(rightsOf, id);

    await installation.stopVouching();
    await setAccountStatus(identity.unitOfWork, email, 'disabled');
    await untilOut(rightsOf, id);

    await setAccountStatus(identity.unitOfWork, email, 'active');
    expect(await ask(rightsOf, id)).toMatchObject({ rights: { role: 'STAFF' }, statements: 1 });
    await setAccountStatus(identity.unitOfWork, email, 'disabled');
    expect(await ask(rightsOf, id)).toEqual({ rights: null, statements: 1 });
  });
});

test('while Redis is away rights are read at every request', async () => {
  await using installation = openInstallation({
    redisUrl: 'redis://127.0.0.1:1',
    connectionString: database.connectionString,
  });
  const rightsOf = createRightsOf(identity.db, installation.newProcess().caches);
  const { id, email } = await newAccount();

  expect(await ask(rightsOf, id)).toMatchObject({ rights: { role: 'STAFF' }, statements: 1 });
  await setAccountStatus(identity.unitOfWork, email, 'disabled');
  expect(await ask(rightsOf, id)).toEqual({ rights: null, statements: 1 });
});
