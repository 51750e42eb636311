import { anonymous, type Role, roles, type Viewer } from '@consulta/platform/viewer/viewer';
import { expect, test } from 'vitest';
import { mayUpdateDoctor, seesContact } from './policy.ts';

const doctor = 'a0000000-0000-7000-8000-000000000000';
const clinic = 'c0000000-0000-7000-8000-000000000000';
const every: Partial<Viewer> = { doctor, clinics: [clinic] };
const as = (role: Role, ids = every): Viewer => ({ ...anonymous, ...ids, role });

function verdict(viewer: Viewer, clinics: readonly string[], fields: readonly string[]): unknown {
  try {
    mayUpdateDoctor(viewer, { doctor, clinics, fields });
    return 'allowed';
  } catch (error) {
    return (error as { extensions?: { code?: unknown } }).extensions?.code;
  }
}

test('a role counts for what it is, whatever other ids the viewer carries', () => {
  const verdicts = Object.fromEntries(
    roles.map((role) => [role, [verdict(as(role), [clinic], []), verdict(as(role), [], ['biography'])]]),
  );
  expect(verdicts).toEqual({
    ANONYMOUS: ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
    PATIENT: ['FORBIDDEN', 'FORBIDDEN'],
    DOCTOR: ['FORBIDDEN', 'allowed'],
    STAFF: ['allowed', 'FORBIDDEN'],
    ADMIN: ['allowed', 'allowed'],
    PARTNER: ['FORBIDDEN', 'FORBIDDEN'],
    SYSTEM: ['allowed', 'allowed'],
  });
});

test('nobody but the doctor is the doctor', () => {
  expect(seesContact(as('DOCTOR'), doctor)).toBe(true);
  expect(seesContact(as('DOCTOR', { doctor: null }), doctor)).toBe(false);
  expect(seesContact(as('PATIENT'), doctor)).toBe(false);
});
