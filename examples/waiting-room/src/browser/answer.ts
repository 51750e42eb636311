import type { CombinedError, OperationResult } from '@urql/core';

/** @throws {CombinedError} */
export async function answerOf<Data>(request: PromiseLike<OperationResult<Data>>): Promise<Data> {
  const { data, error } = await request;
  if (error !== undefined) throw error;
  if (data === undefined) throw new Error('The server answered nothing.');
  return data;
}

/** For people. */
export function reasonOf(error: CombinedError | Error): string {
  if (!('graphQLErrors' in error)) return error.message;
  return error.graphQLErrors[0]?.message ?? 'The server cannot be reached.';
}
