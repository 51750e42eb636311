/** Work under way, each piece known by a key: who asks for the same meanwhile waits for it. */
export interface Flights<Result> {
  /**
   * @param work is called with the keys that nobody works on, and must have a result for each
   * @returns the results of all keys, and which of them others were working on
   */
  share(
    keys: readonly string[],
    work: (own: readonly string[]) => Promise<ReadonlyMap<string, Result>>,
  ): { readonly joined: readonly string[]; readonly results: Promise<ReadonlyMap<string, Result>> };
  /** Nobody joins these any more; who waits already gets the result. */
  forget(wanted: (key: string) => boolean): void;
}

export function createFlights<Result>(): Flights<Result> {
  const flights = new Map<string, Promise<ReadonlyMap<string, Result>>>();

  return {
    share(keys, work) {
      const awaited = new Set<Promise<ReadonlyMap<string, Result>>>();
      const joined: string[] = [];
      const own: string[] = [];
      for (const key of keys) {
        const flight = flights.get(key);
        if (flight === undefined) {
          own.push(key);
        } else {
          joined.push(key);
          awaited.add(flight);
        }
      }
      if (own.length > 0) {
        const flight: Promise<ReadonlyMap<string, Result>> = work(own).finally(() => {
          for (const key of own) if (flights.get(key) === flight) flights.delete(key);
        });
        for (const key of own) flights.set(key, flight);
        awaited.add(flight);
      }
      return { joined, results: gather(keys, awaited) };
    },
    forget(wanted) {
      for (const key of flights.keys()) if (wanted(key)) flights.delete(key);
    },
  };
}

async function gather<Result>(
  keys: readonly string[],
  flights: ReadonlySet<Promise<ReadonlyMap<string, Result>>>,
): Promise<ReadonlyMap<string, Result>> {
  const landed = await Promise.all(flights);
  const [only] = landed;
  if (landed.length === 1 && only !== undefined) return only;
  return new Map(
    keys.flatMap((key) => {
      const flight = landed.find((results) => results.has(key));
      return flight === undefined ? [] : [[key, flight.get(key) as Result] as const];
    }),
  );
}
