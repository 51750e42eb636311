import { expect, test } from 'vitest';
import { createRowLoader } from './row-loader.ts';

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly city?: string;
}

function recordingLoader(rows: readonly Row[]) {
  const calls: { ids: readonly string[]; columns: readonly string[] }[] = [];
  const loader = createRowLoader<Row, keyof Row>('Clinic', async (ids, columns) => {
    calls.push({ ids, columns });
    return rows.filter((row) => ids.includes(row.id));
  });
  return { calls, loader };
}

test('all loads of a tick are one fetch of the distinct ids and the union of their columns', async () => {
  const { calls, loader } = recordingLoader([{ id: 'a' }, { id: 'b' }]);
  await Promise.all([loader.load('a', ['id', 'name']), loader.load('b', ['city', 'id']), loader.load('a', ['id'])]);
  expect(calls).toEqual([{ ids: ['a', 'b'], columns: ['city', 'id', 'name'] }]);
});

test('rows are matched by id whatever their order, and a missing row is null', async () => {
  const { loader } = recordingLoader([{ id: 'c' }, { id: 'a' }]);
  const rows = await Promise.all(['a', 'b', 'c'].map((id) => loader.load(id, ['id'])));
  expect(rows.map((row) => row?.id)).toEqual(['a', undefined, 'c']);
  expect(rows[1]).toBeNull();
});

test('a row loaded with few columns does not answer a later load that needs more', async () => {
  const { calls, loader } = recordingLoader([{ id: 'a' }]);
  await loader.load('a', ['id']);
  await loader.load('a', ['id', 'name']);
  await loader.load('a', ['id']);
  expect(calls.map((call) => call.columns)).toEqual([['id'], ['id', 'name']]);
});
