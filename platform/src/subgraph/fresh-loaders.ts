import type { UnitOfWork } from '../unit-of-work.ts';

/** Loaders, and the unit of work that makes them new ones. */
export interface FreshLoaders<Database, Loaders> {
  /** Read it after a change, not before: `loaders.byId.load(await change())` would ask the old ones. */
  readonly loaders: Loaders;
  readonly unitOfWork: UnitOfWork<Database>;
}

/** How each loader is made. */
export type LoaderFactories<Loaders> = { readonly [Name in keyof Loaders]: () => Loaders[Name] };

/**
 * Loaders live as long as one request, so that they never serve another viewer, and no longer than until its next
 * change: of two mutations in one operation the second must not answer with what the first one loaded. Each is made when
 * it is first used: a request uses few.
 *
 * @param factories told whether the loaders come after a change, so that a change is answered with what it made and not
 *   with what a cache keeps; and given the loaders, for those that use others
 */
export function createFreshLoaders<Database, Loaders extends object>(
  unitOfWork: UnitOfWork<Database>,
  factories: (changed: boolean, loaders: Loaders) => LoaderFactories<Loaders>,
): FreshLoaders<Database, Loaders> {
  const create = (changed: boolean): Loaders => {
    const loaders = {} as Loaders;
    const made = factories(changed, loaders);
    for (const name of Object.keys(made) as (keyof Loaders)[]) {
      Object.defineProperty(loaders, name, { configurable: true, get: () => keep(loaders, name, made[name]()) });
    }
    return loaders;
  };
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

function keep<Loaders extends object, Name extends keyof Loaders>(
  loaders: Loaders,
  name: Name,
  value: Loaders[Name],
): Loaders[Name] {
  Object.defineProperty(loaders, name, { value });
  return value;
}
