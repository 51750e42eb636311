/** An object as JSON has it. */
export type Data = Record<string, unknown>;

/** Clients choose the names of fields in an answer, `__proto__` and `constructor` among them: they are names like any other. */
export function readOwn(object: Readonly<Data>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets a property, and never a prototype. */
export function setOwn(object: Data, key: string, value: unknown): void {
  if (key in object && !Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  } else object[key] = value;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
