import { expect, test } from 'vitest';
import { anonymous } from '../viewer/viewer.ts';
import { createHopSigner } from './signature.ts';

const secret = 'a secret that is long enough for this';
const hop = { viewer: anonymous, requestId: 'request-1', deadline: 2_000_000 };
const body = '{"query":"{ viewer { role } }"}';

function signerAt(now: number, key = secret) {
  return createHopSigner(key, () => now);
}

test('a hop verifies for its own body', () => {
  const header = signerAt(1_000_000).sign(hop, body);
  expect(signerAt(1_001_000).verify(header, body)).toMatchObject(hop);
});

test.each([
  ['another body', signerAt(1_000_000).sign(hop, body), `${body} `, 1_000_000, 'wrong signature'],
  ['another key', signerAt(1_000_000, 'k'.repeat(32)).sign(hop, body), body, 1_000_000, 'wrong signature'],
  ['altered claims', alterClaims(signerAt(1_000_000).sign(hop, body)), body, 1_000_000, 'wrong signature'],
  ['a later replay', signerAt(1_000_000).sign(hop, body), body, 1_031_000, 'expired'],
  ['a time to come', signerAt(1_100_000).sign(hop, body), body, 1_000_000, 'expired'],
  ['no header', undefined, body, 1_000_000, 'malformed'],
  ['a third part', `${signerAt(1_000_000).sign(hop, body)}.x`, body, 1_000_000, 'malformed'],
])('%s is refused', (_what, header, received, now, reason) => {
  expect(signerAt(now).verify(header, received)).toBe(reason);
});

function alterClaims(header: string): string {
  const [claims = '', signature] = header.split('.');
  const altered = JSON.parse(Buffer.from(claims, 'base64url').toString());
  altered.viewer.role = 'ADMIN';
  return `${Buffer.from(JSON.stringify(altered)).toString('base64url')}.${signature}`;
}
