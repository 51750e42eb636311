import { expect, test } from 'vitest';
import type { UnitOfWork } from '../unit-of-work.ts';
import { createFreshLoaders } from './fresh-loaders.ts';

/** Runs work without a database. */
const unitOfWork: UnitOfWork<unknown> = {
  schema: 'things',
  run: (work) => work(undefined as never, () => undefined),
};

interface Loaders {
  readonly first: { readonly number: number; readonly changed: boolean };
  readonly second: { readonly of: Loaders['first'] };
}

test('loaders stay the same until a change, and are new and know it after it, whether it succeeded or failed', async () => {
  let made = 0;
  const fresh = createFreshLoaders<unknown, Loaders>(unitOfWork, (changed, loaders) => ({
    first() {
      made += 1;
      return { number: made, changed };
    },
    second: () => ({ of: loaders.first }),
  }));
  expect(made).toBe(0);
  expect([fresh.loaders.first, fresh.loaders.first]).toEqual(Array(2).fill({ number: 1, changed: false }));
  expect(fresh.loaders.second.of).toBe(fresh.loaders.first);

  expect(await fresh.unitOfWork.run(async () => fresh.loaders.first.number)).toBe(1);
  expect(fresh.loaders.second).toEqual({ of: { number: 2, changed: true } });

  await expect(fresh.unitOfWork.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(fresh.loaders.first).toEqual({ number: 3, changed: true });
});
