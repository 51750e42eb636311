import { randomBytes } from 'node:crypto';

const prefix = 'consulta:';

/** Holds the life of the store that may be trusted, and is gone soon after nobody vouches for it any more. */
export const freshKey = `${prefix}fresh`;

/** Cannot name a cache: their keys would mix with those of tokens and locks. */
export const reservedNames: readonly string[] = ['fresh', 'tag', 'lock', 'bus'];

/** How long the token of a tag is kept: longer than any value that carries it. */
export const tokenMillis = 24 * 3_600_000;

/** How long a fill keeps others from filling the same, should its process die. */
export const lockMillis = 2_000;

/** For how long a word that nothing is left to void counts. */
export const freshMillis = 2_500;

export function valueKey(cache: string, version: number, id: string): string {
  return `${prefix}${cache}:v${version}:${id}`;
}

export function tagKey(tag: string): string {
  return `${prefix}tag:${tag}`;
}

/**
 * The lock of a fill under these tokens. A fill that began before an invalidation holds another lock than those after
 * it, which need not wait for a value that will never count.
 */
export function lockKey(key: string, tokens: readonly string[]): string {
  return `${prefix}lock:${key.slice(prefix.length)}:${tokens.join('.')}`;
}

/** Of a tag or a lock: never the same twice, so that a late write can void something but never revive it. */
export function newToken(): string {
  return randomBytes(9).toString('base64url');
}
