import type { Viewer } from './viewer.ts';

/** Whose idempotency keys a viewer uses: two accounts may choose the same key. */
export function principalOf({ role, account }: Viewer): string {
  return account === null ? role.toLowerCase() : `account:${account}`;
}
