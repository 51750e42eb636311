import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { eventually } from '@consulta/platform/outbox/fixture';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onServer } from '../../../test/kit/admin.ts';
import { startTestStack, type TestStack } from '../../../test/kit/stack.ts';
import { setAccountStatus } from './accounts.ts';
import { openIdentity } from './fixture.ts';

let stack: TestStack;
let account: string;
beforeAll(async () => {
  stack = await startTestStack();
  account = await onServer(stack.database.connectionString, async (client) => {
    const { rows } = await client.query(`select id from identity.account where email = 'admin@demo.local'`);
    return (rows[0] as { id: string }).id;
  });
});
afterAll(() => stack.stop());

const now = () => Math.floor(Date.now() / 1000);
let claims: JWTPayload;
beforeEach(() => {
  claims = { iss: 'consulta', aud: 'consulta-api', sub: account, iat: now(), exp: now() + 60 };
});

const header = { alg: 'EdDSA', typ: 'at+jwt' };

async function signed(payload: JWTPayload, protectedHeader = header): Promise<string> {
  const key = await importJWK(stack.secrets.tokenKey, 'EdDSA');
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key);
}

async function whoIs(authorization: string): Promise<{ status: number; challenge: string | null; body: unknown }> {
  const response = await fetch(`${stack.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ viewer { role } clinics { totalCount } }' }),
  });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: await response.json(),
  };
}

const refusal = {
  status: 401,
  challenge: 'Bearer',
  body: { errors: [{ message: 'Sign in to do this.', extensions: { code: 'UNAUTHENTICATED' } }] },
};

test('a token of this service is taken: what is refused below is refused for what is altered', async () => {
  expect(await whoIs(`Bearer ${await signed(claims)}`)).toMatchObject({
    status: 200,
    body: { data: { viewer: { role: 'ADMIN' } } },
  });
});

const hour = 3600;
const alterations: [what: string, alter: (right: JWTPayload) => JWTPayload][] = [
  ['expired', (right) => ({ ...right, iat: now() - 2 * hour, exp: now() - hour })],
  ['without an end', ({ exp: _exp, ...right }) => right],
  ['not valid yet', (right) => ({ ...right, nbf: now() + hour })],
  ['of another issuer', (right) => ({ ...right, iss: 'somebody-else' })],
  ['without issuer', ({ iss: _iss, ...right }) => right],
  ['for another audience', (right) => ({ ...right, aud: 'another-api' })],
  ['without audience', ({ aud: _aud, ...right }) => right],
  ['of nobody', ({ sub: _sub, ...right }) => right],
  ['of an account that is not there', (right) => ({ ...right, sub: randomUUID() })],
];

test.each(alterations)('a token that is %s is refused with 401', async (_what, alter) => {
  expect(await whoIs(`Bearer ${await signed(alter(claims))}`)).toEqual(refusal);
});

test('a token of another type is refused, such as one for signing in', async () => {
  expect(await whoIs(`Bearer ${await signed(claims, { ...header, typ: 'JWT' })}`)).toEqual(refusal);
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token without a signature is refused, whatever it says its algorithm is', async () => {
  const payload = encode(claims);
  expect(await whoIs(`Bearer ${encode({ ...header, alg: 'none' })}.${payload}.`)).toEqual(refusal);
  expect(await whoIs(`Bearer ${encode(header)}.${payload}.`)).toEqual(refusal);
});

test('the public key is no secret to sign with: HS256 is refused', async () => {
  const publicKey = Buffer.from(stack.secrets.tokenKey.x, 'base64url');
  const forged = await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(publicKey);
  expect(await whoIs(`Bearer ${forged}`)).toEqual(refusal);
});

test('a token signed with another key is refused', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const forged = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  expect(await whoIs(`Bearer ${forged}`)).toEqual(refusal);
});

test('a token whose claims were changed is refused', async () => {
  const [head, , signature] = (await signed(claims)).split('.');
  const changed = encode({ ...claims, exp: now() + 100 * hour });
  expect(await whoIs(`Bearer ${head}.${changed}.${signature}`)).toEqual(refusal);
});

test.each(['Bearer', 'Bearer a.b.c', 'Bearer a b', 'Basic YWRtaW46YWRtaW4=', 'nonsense'])(
  'the header "%s" is refused rather than taken for nobody',
  async (authorization) => {
    expect(await whoIs(authorization)).toEqual(refusal);
  },
);

test('a disabled account is refused as soon as the gateway is told, though its token lives on', async () => {
  const authorization = `Bearer ${await signed(claims)}`;
  await using identity = openIdentity(stack.database.connectionString);
  const become = async (status: 'active' | 'disabled') => {
    expect(await setAccountStatus(identity.unitOfWork, 'admin@demo.local', status)).toBe(true);
  };
  expect((await whoIs(authorization)).status).toBe(200);
  await become('disabled');
  expect(
    await eventually(
      () => whoIs(authorization),
      ({ status }) => status !== 200,
    ),
  ).toEqual(refusal);
  await become('active');
  expect(
    (
      await eventually(
        () => whoIs(authorization),
        ({ status }) => status === 200,
      )
    ).status,
  ).toBe(200);
});
