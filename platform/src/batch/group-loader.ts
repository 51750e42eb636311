import DataLoader from 'dataloader';
import { inField } from '../postgres/statements.ts';

/** Loads what belongs to each parent (a count, a short list), all parents of a tick at once. */
export interface GroupLoader<Arguments, Value> {
  load(parent: string, args: Arguments): Promise<Value>;
}

/** One statement for all parents that share the same arguments; parents without a value are left out. */
export type FetchGroups<Arguments, Value> = (
  parents: readonly string[],
  args: Arguments,
) => Promise<ReadonlyMap<string, Value>>;

interface Key<Arguments> {
  readonly parent: string;
  readonly args: Arguments;
  readonly shape: string;
}

/**
 * A loader for the time of one request, keyed by parent and arguments.
 *
 * @param label `Type.field` named in N+1 warnings
 * @param merge makes the arguments of one call out of those of callers with the same shape
 * @param shapeOf what must be equal for two callers to share a statement; default: all arguments
 * @param absent the value of a parent that `fetch` leaves out
 */
export function createGroupLoader<Arguments, Value>({
  label,
  fetch,
  absent,
  shapeOf = (args) => JSON.stringify(args),
  merge = (all) => all[0] as Arguments,
}: {
  label: string;
  fetch: FetchGroups<Arguments, Value>;
  absent: () => Value;
  shapeOf?: (args: Arguments) => string;
  merge?: (all: readonly Arguments[]) => Arguments;
}): GroupLoader<Arguments, Value> {
  const loader = new DataLoader<Key<Arguments>, Value, string>(
    async (keys) => {
      const groups = Map.groupBy(keys, (key) => key.shape);
      const answers = new Map<string, ReadonlyMap<string, Value>>();
      await Promise.all(
        Array.from(groups, async ([shape, group]) => {
          const parents = [...new Set(group.map((key) => key.parent))];
          const args = merge(group.map((key) => key.args));
          answers.set(shape, await inField(label, () => fetch(parents, args)));
        }),
      );
      return keys.map((key) => answers.get(key.shape)?.get(key.parent) ?? absent());
    },
    { cacheKeyFn: ({ parent, args }) => `${parent} ${JSON.stringify(args)}` },
  );
  return { load: (parent, args) => loader.load({ parent, args, shape: shapeOf(args) }) };
}
