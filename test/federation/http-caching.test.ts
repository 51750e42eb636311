import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { getByHash, type Headers, hashedUrl, preflighted, register, signedIn } from './by-hash.ts';
import { expectError, json, post, type Reply, send } from './send.ts';

let stack: TestStack;
let ids: Awaited<ReturnType<typeof findSamples>>;
let staff: Headers;
beforeAll(async () => {
  stack = await startTestStack();
  ids = await onServer(stack.database.connectionString, findSamples);
  staff = await signedIn(stack.url, 'staff');
});
afterAll(() => stack.stop());

const doctorPage = `query DoctorPage($id: ID!) {
  doctor(id: $id) { name status clinics(first: 2) { totalCount pageInfo { hasNextPage } edges { node { name phone } } } }
}`;
const doctorContact = 'query DoctorContact($id: ID!) { doctor(id: $id) { name phone } }';
const slots = `query Slots($id: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
  doctor(id: $id) { name availableSlots(service: $service, from: $from, to: $to) { totalCount } }
}`;

const kept = ({ status, headers }: Reply) => ({
  status,
  cacheControl: headers.get('cache-control'),
  vary: headers.get('vary'),
  etag: headers.get('etag'),
});
const byAnyone = (maxAge: number) => ({
  status: 200,
  cacheControl: `public, max-age=${maxAge}`,
  vary: 'accept, authorization',
  etag: expect.stringMatching(/^"[\w-]+"$/),
});
const byNobody = (status = 200) => ({ status, cacheControl: 'private, no-store', vary: null, etag: null });

/** Asks by hash for a document that the gateway has been told. */
async function known(query: string, variables: object = {}, headers: Headers = {}): Promise<Reply> {
  await register(stack.url, query, variables, { ...json, ...headers });
  return await getByHash(stack.url, query, variables, headers);
}

test.each([
  ['a specialization', 'query S($id: ID!) { specialization(id: $id) { code name } }', 'Specialization', 300],
  ['a clinic with its reception’s telephone', 'query C($id: ID!) { clinic(id: $id) { name phone } }', 'Clinic', 60],
  [
    'a service and its clinic',
    'query H($id: ID!) { healthcareService(id: $id) { clinic { name } } }',
    'HealthcareService',
    60,
  ],
  ['a doctor and the clinics', doctorPage, 'Doctor', 60],
  [
    'a list',
    'query L { doctors(first: 3) { totalCount edges { cursor node { name } } pageInfo { endCursor } } }',
    'Doctor',
    60,
  ],
  ['the least of several', 'query M { clinics { totalCount } specializations { totalCount } }', 'Doctor', 60],
] as const)('%s may be kept by anyone', async (_what, query, type, maxAge) => {
  const variables = query.includes('$id') ? { id: ids[type] } : {};
  const reply = await known(query, variables);
  expect(kept(reply)).toEqual(byAnyone(maxAge));
  expect(JSON.parse(reply.text)).toEqual({ data: expect.any(Object) });
});

test('someone signed in who reads what is public gets the same answer as a visitor', async () => {
  const visitor = await known(doctorPage, { id: ids.Doctor });
  const member = await known(doctorPage, { id: ids.Doctor }, staff);
  expect(kept(member)).toEqual(kept(visitor));
  expect(member.text).toBe(visitor.text);
});

test.each([
  ['a doctor’s telephone', doctorContact],
  ['the viewer', 'query V($id: ID!) { viewer { role } doctor(id: $id) { name } }'],
  ['patients', 'query P($id: ID!) { patients(first: 1) { totalCount } doctor(id: $id) { name } }'],
  ['a node, whose kind its id tells', 'query N($id: ID!) { node(id: $id) { id } }'],
  ['nothing but the names of types', 'query T { __typename }'],
  ['the schema', 'query I { __schema { queryType { name } } }'],
])('%s is nobody’s to keep', async (_what, query) => {
  const variables = query.includes('$id') ? { id: ids.Doctor } : {};
  expect(kept(await known(query, variables, staff))).toEqual(byNobody());
});

test('STAFF see a doctor’s telephone and a visitor does not: neither answer may be kept', async () => {
  const phoneOf = ({ text }: Reply) =>
    (JSON.parse(text) as { data: { doctor: { phone: string | null } } }).data.doctor.phone;
  const seen = await known(doctorContact, { id: ids.Doctor }, staff);
  const hidden = await known(doctorContact, { id: ids.Doctor });
  expect([phoneOf(seen), phoneOf(hidden)]).toEqual([expect.any(String), null]);
  expect([kept(seen), kept(hidden)]).toEqual([byNobody(), byNobody()]);
});

test('free slots, which another service tells, are nobody’s to keep with all that is around them', async () => {
  const from = new Date();
  const to = new Date(from.getTime() + 7 * 86_400_000);
  const variables = { id: ids.Doctor, service: ids.HealthcareService, from: from.toISOString(), to: to.toISOString() };
  expect(kept(await known(slots, variables))).toEqual(byNobody());
});

test('the same by POST, or by a text instead of a hash, is nobody’s to keep', async () => {
  const text = new URLSearchParams({ query: doctorPage, variables: JSON.stringify({ id: ids.Doctor }) });
  expect(kept(await register(stack.url, doctorPage, { id: ids.Doctor }))).toEqual(byNobody());
  expect(kept(await send(`${stack.url}/graphql?${text}`, { headers: preflighted }))).toEqual(byNobody());
});

test('who has an answer already is told so, without it', async () => {
  const first = await known(doctorPage, { id: ids.Doctor });
  const tag = first.headers.get('etag') ?? '';
  for (const named of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await getByHash(stack.url, doctorPage, { id: ids.Doctor }, { 'if-none-match': named });
    expect(kept(again)).toEqual({ ...kept(first), status: 304 });
    expect(again.text).toBe('');
  }
  const other = await getByHash(stack.url, doctorPage, { id: ids.Doctor }, { 'if-none-match': '"other"' });
  expect(other.text).toBe(first.text);
});

test('a change changes the tag', async () => {
  const clinic = 'query Clinic($id: ID!) { clinic(id: $id) { name } }';
  const first = await known(clinic, { id: ids.Clinic });
  const admin = await stack.signIn('admin@demo.local');
  await admin('mutation ($input: UpdateClinicInput!) { updateClinic(input: $input) { userErrors { code } } }', {
    input: { clinic: ids.Clinic, name: 'Clinic of another name' },
  });
  const tag = first.headers.get('etag') ?? '';
  const second = await getByHash(stack.url, clinic, { id: ids.Clinic }, { 'if-none-match': tag });
  expect(kept(second)).toEqual(byAnyone(60));
  expect(second.text).toContain('Clinic of another name');
});

test('a hash that is not known is said so in the words its clients know, and nobody keeps that', async () => {
  const query = 'query NeverTold { clinics { totalCount } }';
  const reply = await getByHash(stack.url, query);
  expectError(reply, 200, 'BAD_USER_INPUT');
  expect(reply.text).toContain('PersistedQueryNotFound');
  expect(kept(reply)).toEqual(byNobody());
  await register(stack.url, query);
  expect(kept(await getByHash(stack.url, query))).toEqual(byAnyone(60));
});

test.each([
  ['a hash of another text', { version: 1, sha256Hash: 'a'.repeat(64) }],
  ['another version', { version: 2, sha256Hash: 'a'.repeat(64) }],
  ['no version', true],
])('%s is refused, and not registered', async (_what, persistedQuery) => {
  const body = JSON.stringify({ query: 'query Wrong { clinics { totalCount } }', extensions: { persistedQuery } });
  const reply = await send(`${stack.url}/graphql`, post(body));
  expectError(reply, 400, 'BAD_USER_INPUT');
  expect(kept(reply)).toEqual(byNobody(400));
  expect((await getByHash(stack.url, 'query Wrong { clinics { totalCount } }')).text).toContain('NotFound');
});

test('what is not valid is not registered', async () => {
  const query = 'query Invalid { clinics { nowhere } }';
  expectError(await register(stack.url, query), 400, 'GRAPHQL_VALIDATION_FAILED');
  expect((await getByHash(stack.url, query)).text).toContain('PersistedQueryNotFound');
});

test('a mutation by GET is refused with 405, however it is named', async () => {
  const mutation = 'mutation M($input: CreateClinicInput!) { createClinic(input: $input) { userErrors { code } } }';
  await register(stack.url, mutation, { input: {} });
  const reply = await getByHash(stack.url, mutation);
  expectError(reply, 405, 'BAD_USER_INPUT');
  expect(reply.headers.get('allow')).toBe('POST');
  expect(kept(reply)).toEqual(byNobody(405));
});

test.each([
  ['a wrong value', doctorPage, { id: 'nonsense' }, {}, 200],
  ['a variable too few', doctorPage, {}, {}, 400],
  ['a token that is none', doctorPage, { id: 'any' }, { authorization: 'Bearer nonsense' }, 401],
  ['a form that the client would not take', doctorPage, { id: 'any' }, { accept: 'text/html' }, 406],
])('an error is nobody’s to keep: %s', async (_what, query, variables, headers: Headers, status) => {
  await register(stack.url, query, { id: ids.Doctor });
  const reply = await getByHash(stack.url, query, variables, headers);
  expect(kept(reply)).toEqual(byNobody(status));
  expect(reply.text).toContain('"errors"');
});

test('a link on another site, which cannot set a header, is refused, and that is not kept either', async () => {
  const reply = await send(hashedUrl(stack.url, doctorPage, { id: ids.Doctor }));
  expectError(reply, 400, 'BAD_USER_INPUT');
  expect(kept(reply)).toEqual(byNobody(400));
});

test('an answer of which a part failed is nobody’s to keep', async () => {
  const query = 'query Parts { clinics { totalCount } specialization(id: "x") { name } }';
  const reply = await known(query);
  expect(JSON.parse(reply.text)).toMatchObject({ data: { clinics: { totalCount: 8 } }, errors: [expect.anything()] });
  expect(kept(reply)).toEqual(byNobody());
});

test.each(['/', '/live', '/nowhere', '/auth/login', '/%zz'])('GET %s is nobody’s to keep', async (path) => {
  const { headers } = await send(`${stack.url}${path}`);
  expect(headers.get('cache-control')).toBe('private, no-store');
});
