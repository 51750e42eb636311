import { backoff } from './backoff.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Somebody who is signed in for as long as the page is open. */
export interface Session {
  readonly email: string;
  /** The `Authorization` header, always of a token that is still good. */
  authorization(): Promise<string>;
  /** Called with each new header, before the one before it ends. */
  onRenewal(listener: (authorization: string) => void): () => void;
  end(): void;
}

/** E-mail or password is wrong. */
export class SignInRefused extends Error {}

interface Token {
  readonly authorization: string;
  readonly endsAt: number;
}

/** Signs in again this long before a token ends. */
const earlyMillis = 60_000;

/**
 * Tokens last for minutes and a board hangs on a wall all day, so the page signs in again. It keeps what it needs for
 * that in memory only; where accounts are people's own, a refresh token takes the password's place.
 *
 * @throws SignInRefused
 */
export async function signIn(credentials: Credentials): Promise<Session> {
  const listeners = new Set<(authorization: string) => void>();
  let token = await requestToken(credentials);
  let renewal: Promise<void> | undefined;
  let timer: number | undefined;

  const isGood = (): boolean => Date.now() < token.endsAt - earlyMillis / 2;
  const renew = async (): Promise<void> => {
    token = await persistently(() => requestToken(credentials));
    renewal = undefined;
    schedule();
    for (const listener of listeners) listener(token.authorization);
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void renewOnce(), Math.max(0, token.endsAt - earlyMillis - Date.now()));
  };
  const renewOnce = (): Promise<void> => {
    renewal ??= renew();
    return renewal;
  };
  schedule();

  return {
    email: credentials.email,
    async authorization() {
      // Timers stand still while a laptop sleeps.
      if (!isGood()) await renewOnce();
      return token.authorization;
    },
    onRenewal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: () => clearTimeout(timer),
  };
}

async function requestToken(credentials: Credentials): Promise<Token> {
  const response = await fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const body = (await response.json()) as Record<string, string | number>;
  if (response.status === 401) throw new SignInRefused(String(body['error_description']));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return {
    authorization: `Bearer ${body['access_token']}`,
    endsAt: Date.now() + Number(body['expires_in']) * 1000,
  };
}

/** Until the server is back. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt();
    } catch {
      await backoff(retries);
    }
  }
}
