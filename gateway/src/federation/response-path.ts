import { type Data, isData, readOwn } from './own-property.ts';

/** Where in an answer a part of a plan is at work; `@` stands for every element of a list. */
export type PlanPath = readonly (string | number)[];
export type AnswerPath = readonly (string | number)[];

/** The objects at a path, in the answer's order; what is null is left out. */
export function objectsAt(value: unknown, path: PlanPath): Data[] {
  const found: Data[] = [];
  visit(value, path, 0, (object) => found.push(object));
  return found;
}

/** Where each of {@link objectsAt} stands. */
export function placesAt(value: unknown, path: PlanPath): AnswerPath[] {
  const places: AnswerPath[] = [];
  const place: (string | number)[] = [];
  visit(value, path, 0, () => places.push([...place]), place);
  return places;
}

function visit(
  value: unknown,
  path: PlanPath,
  depth: number,
  found: (object: Data) => void,
  place?: (string | number)[],
): void {
  if (Array.isArray(value)) {
    const inside = path[depth] === '@' ? depth + 1 : depth;
    for (let index = 0; index < value.length; index += 1) {
      place?.push(index);
      visit(value[index], path, inside, found, place);
      place?.pop();
    }
    return;
  }
  if (!isData(value)) return;
  const step = path[depth];
  if (step === undefined) {
    found(value);
    return;
  }
  place?.push(step);
  visit(readOwn(value, String(step)), path, depth + 1, found, place);
  place?.pop();
}
