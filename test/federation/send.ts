import { expect } from 'vitest';

/** An answer as it went over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const json = { 'content-type': 'application/json' };

/** Sends a request as any client can, well-formed or not. */
export async function send(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export function post(body: string, headers: Readonly<Record<string, string>> = json): RequestInit {
  return { method: 'POST', headers, body };
}

const codes = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TIMEOUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
];

/** Expects GraphQL's form of an error with a code of the closed set, a request id, and nothing of the inside. */
export function expectError({ status, headers, text }: Reply, expected: number, code: string): void {
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: expected,
    type: 'application/json; charset=utf-8',
  });
  const answer = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[]; data?: unknown };
  expect(answer.errors[0]?.extensions.code).toBe(code);
  for (const error of answer.errors) {
    expect(codes).toContain(error.extensions.code);
    expect(error.message).not.toBe('');
  }
  expect(answer.data ?? null).toBeNull();
  expect(headers.get('x-request-id')).toMatch(/^[\w.-]{8,64}$/);
  expect(text).not.toMatch(/\n\s+at |stacktrace|node_modules|\.ts:\d/);
}
