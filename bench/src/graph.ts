import { setTimeout as sleep } from 'node:timers/promises';

/** A connection as a benchmark selects it. */
export interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** Asks the graph, over whatever connection is free. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  token?: string,
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/**
 * Does something at a steady rate, whether or not what was begun before is done: who waits because others do is counted.
 *
 * @param work told how many milliseconds it begins late
 */
export async function atRate(perSecond: number, seconds: number, work: (late: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  const running: Promise<void>[] = [];
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const due = begun + (count * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    running.push(work(Math.max(performance.now() - due, 0)));
  }
  await Promise.all(running);
}
