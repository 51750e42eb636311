import { expect } from 'vitest';
import type { Answer } from '../kit/stack.ts';
import { marker } from './wrong-values.ts';

/** Expects BAD_USER_INPUT at an argument's path, and that the answer does not quote what was sent. */
export function expectRefusal(answer: Answer, argument: string, what: string): void {
  expect.soft({ what, status: answer.status, ...answer.errors?.[0]?.extensions }).toMatchObject({
    what,
    status: expect.toSatisfy((status: number) => status === 200 || status === 400),
    code: 'BAD_USER_INPUT',
    argument,
  });
  expect.soft(JSON.stringify(answer).toLowerCase(), what).not.toContain(marker);
}
