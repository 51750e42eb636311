/** A value as it is kept. */
export interface Envelope {
  /** What it depends on, as it was before the value was read: the store's life, then a token for each tag. */
  readonly tokens: readonly string[];
  /** When it wants to be renewed, in milliseconds since 1970. */
  readonly until: number;
  /** Not there where it is remembered that there is no value. */
  readonly value?: unknown;
}

/** A value that counts. */
export interface Kept {
  readonly state: 'kept';
  readonly value: unknown;
  readonly until: number;
  readonly tokens: readonly string[];
}

/** What was found of an id. */
export type Found =
  | Kept
  /** Nothing that counts. A value made from now on may be kept under these tokens. */
  | { readonly state: 'void'; readonly tokens: readonly string[] }
  /** A tag has no token: nothing counts, and nothing may be kept until it has one. */
  | { readonly state: 'untagged' }
  /** The store is away or may not be trusted. */
  | { readonly state: 'aside' };

/**
 * Judges what is kept: it counts only under the very tokens that its tags have now.
 *
 * @param tokens what the keys of the tags hold
 */
export function judge(held: unknown, tokens: readonly unknown[], life: string | null): Found {
  if (life === null) return { state: 'aside' };
  const present = tokens.filter((token) => typeof token === 'string');
  if (present.length < tokens.length) return { state: 'untagged' };
  const current = [life, ...present];
  if (!isEnvelope(held) || !sameTokens(held.tokens, current)) return { state: 'void', tokens: current };
  return { state: 'kept', value: held.value ?? null, until: held.until, tokens: current };
}

export function sameTokens(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((token, index) => token === others[index]);
}

/** A value as it will be when it comes back from the store: JSON, and frozen, for many may hold the same one. */
export function asKept<Value>(value: Value): Value {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? value : frozen(JSON.parse(text));
}

/** The same value, which nobody can alter from now on. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

function isEnvelope(held: unknown): held is Envelope {
  return typeof held === 'object' && held !== null && 'tokens' in held && 'until' in held;
}
