import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a password is verified by its own hash and by no other', async () => {
  const phc = await hashPassword('correct horse');

  expect(await verifyPassword('correct horse', phc)).toBe(true);
  expect(await verifyPassword('correct horsf', phc)).toBe(false);
  expect(await verifyPassword('', phc)).toBe(false);
});

test('a hash is an argon2id PHC string with a salt of its own', async () => {
  const [first, second] = await Promise.all([hashPassword('same'), hashPassword('same')]);

  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(first).not.toBe(second);
});

test('a hash that the reference implementation made is verified, with its own cost', async () => {
  // `argon2 somesalt -id -t 2 -m 16 -p 1`, from the test vectors of P-H-C/phc-winner-argon2.
  const phc = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

  expect(await verifyPassword('password', phc)).toBe(true);
});

test('a password is the same however its characters were composed', async () => {
  const phc = await hashPassword('contrase\u00f1a');

  expect(await verifyPassword('contrasen\u0303a', phc)).toBe(true);
});

test.each(['', 'plain text', '$2b$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=16,t=2,p=1$c29tZXNhbHQ$AAAA'])(
  'what is no argon2id string is a fault, not a wrong password: %j',
  async (stored) => {
    await expect(verifyPassword('password', stored)).rejects.toThrow(TypeError);
  },
);
