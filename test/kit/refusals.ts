import { randomUUID } from 'node:crypto';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { TestSubgraph } from './subgraph.ts';

/**
 * What 20 clients are told who send one mutation at once, half of them with an idempotency key: the codes of their user
 * errors, each once. Over a pool of fewer connections than clients none of them may need a second one.
 */
export async function codesOfMany(
  subgraph: TestSubgraph,
  viewer: Viewer,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, client) => {
      const key = client % 2 === 0 ? { idempotencyKey: randomUUID() } : {};
      return subgraph.execute<Answer>(viewer, query, { input: { ...input, ...key } });
    }),
  );
  const codes = answers.flatMap(({ data, errors }) => {
    if (errors.length > 0) throw new Error(`${mutation} failed: ${JSON.stringify(errors)}`);
    return data[mutation]?.userErrors.map(({ code }) => code) ?? [];
  });
  if (codes.length !== answers.length) throw new Error(`${mutation} was refused ${codes.length} times only`);
  return [...new Set(codes)];
}

type Answer = Readonly<Record<string, { readonly userErrors: readonly { readonly code: string }[] }>>;
