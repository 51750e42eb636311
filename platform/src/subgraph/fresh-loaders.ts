import type { UnitOfWork } from '../unit-of-work.ts';

/** Loaders, and the unit of work that makes them new ones. */
export interface FreshLoaders<Database, Loaders> {
  /** Read it after a change, not before: `loaders.byId.load(await change())` would ask the old ones. */
  readonly loaders: Loaders;
  readonly unitOfWork: UnitOfWork<Database>;
}

/**
 * Loaders live as long as one request, so that they never serve another viewer, and no longer than until its next
 * change: of two mutations in one operation the second must not answer with what the first one loaded.
 *
 * @param create makes loaders that have loaded nothing; told whether they come after a change, so that a change is
 *   answered with what it made and not with what a cache keeps
 */
export function createFreshLoaders<Database, Loaders>(
  unitOfWork: UnitOfWork<Database>,
  create: (changed: boolean) => Loaders,
): FreshLoaders<Database, Loaders> {
  let loaders = create(false);
  return {
    get loaders() {
      return loaders;
    },
    unitOfWork: {
      ...unitOfWork,
      async run(work) {
        try {
          return await unitOfWork.run(work);
        } finally {
          // Also after a failure: whether a commit that broke off took effect is not known.
          loaders = create(true);
        }
      },
    },
  };
}
