import { hash } from 'node:crypto';

/** A strong validator of a body: every process makes the same of the same bytes (RFC 9110, 8.8.3). */
export function entityTagOf(body: Buffer): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag, or any (RFC 9110, 13.1.2: a weak tag will do). */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()));
}
