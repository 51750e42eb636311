import { expect, test } from 'vitest';
import type { UnitOfWork } from '../unit-of-work.ts';
import { createFreshLoaders } from './fresh-loaders.ts';

/** Runs work without a database. */
const unitOfWork: UnitOfWork<unknown> = {
  schema: 'things',
  run: (work) => work(undefined as never, () => undefined),
};

test('loaders stay the same until a change, and are new and know it after it, whether it succeeded or failed', async () => {
  let made = 0;
  const fresh = createFreshLoaders(unitOfWork, (changed) => {
    made += 1;
    return { number: made, changed };
  });
  expect([fresh.loaders, fresh.loaders]).toEqual(Array(2).fill({ number: 1, changed: false }));

  expect(await fresh.unitOfWork.run(async () => fresh.loaders.number)).toBe(1);
  expect(fresh.loaders).toEqual({ number: 2, changed: true });

  await expect(fresh.unitOfWork.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(fresh.loaders).toEqual({ number: 3, changed: true });
});
