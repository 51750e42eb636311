import { type Data, isData, readOwn, setOwn } from './own-property.ts';

/** Adds to an object what a later fetch of a plan says about it; where both know a field, objects within are merged. */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const added = source[key];
    if (added === undefined) continue;
    const known = readOwn(target, key);
    if (isData(known) && isData(added)) merge(known, added);
    else if (Array.isArray(known) && Array.isArray(added) && known.length === added.length) mergeList(known, added);
    else setOwn(target, key, added);
  }
}

function mergeList(target: unknown[], source: readonly unknown[]): void {
  for (const [index, added] of source.entries()) {
    const known = target[index];
    if (isData(known) && isData(added)) merge(known, added);
    else target[index] = added;
  }
}
