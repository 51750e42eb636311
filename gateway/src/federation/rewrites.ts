import type { FetchDataRewrite } from '@apollo/query-planner';
import { type Data, isData, readOwn, setOwn } from './own-property.ts';

/** Changes what is sent to a subgraph or comes from it, in place. */
export type Rewrite = (value: unknown) => void;

/** Names of the types that a type condition takes in. */
export type TypesOf = (condition: string) => ReadonlySet<string>;

const fragment = '... on ';

/** What the planner wants changed: a `__typename` that another subgraph knows, a name that it gave against a conflict. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, typesOf: TypesOf): Rewrite {
  const compiled = (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, typesOf));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, typesOf: TypesOf): Rewrite {
  const field = rewrite.path.at(-1);
  if (field === undefined) return () => undefined;
  return rewrite.path.slice(0, -1).reduceRight<Rewrite>(
    (inner, step) => {
      if (!step.startsWith(fragment)) return everyObject((object) => inner(readOwn(object, step)));
      const types = typesOf(step.slice(fragment.length));
      return everyObject((object) => {
        const typename = object['__typename'];
        if (typename === undefined || types.has(String(typename))) inner(object);
      });
    },
    everyObject((object) => change(object, field, rewrite)),
  );
}

function change(object: Data, field: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(object, field, rewrite.setValueTo);
    return;
  }
  const value = readOwn(object, field);
  if (!value) return;
  setOwn(object, rewrite.renameKeyTo, value);
  object[field] = undefined;
}

function everyObject(work: (object: Data) => void): Rewrite {
  const each: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) each(item);
    else if (isData(value)) work(value);
  };
  return each;
}
