/**
 * How values of one kind are kept.
 *
 * What is kept is readable by whoever reads the store: directory data, calendars, what an account may do. Never
 * medical records, messages, names of patients, tokens or passwords; and never such a thing as an id, which is part
 * of a key.
 */
export interface CacheDefinition<Value = unknown> {
  /** Short and unique, such as `doctor-profile`; it begins every key and labels the metrics. */
  readonly name: string;
  /** Raise it where the shape of the values changes: values of another version are never read. */
  readonly version: number;
  /** How long a value is good for without being asked about. */
  readonly ttlSeconds: number;
  /** How much longer it may be served while one caller refreshes it. Default 0. */
  readonly staleSeconds?: number;
  /** How long it is remembered that there is no value. Default 5. */
  readonly absentSeconds?: number;
  /**
   * The tags whose invalidation makes a value void, whatever its age. Default: `<name>:<id>` alone.
   *
   * Tags are shared by all caches: `doctor:<uuid>` voids whatever was made of that doctor, `doctor` what was made of
   * any.
   */
  readonly tagsOf?: (id: string) => readonly string[];
  /** Fills what is asked for most before anybody has to wait for it. Default: nothing is. */
  readonly warm?: Warming<Value>;
}

/** How the ids that are asked for most are kept warm, off the path of any request. */
export interface Warming<Value> {
  /** How many ids. */
  readonly top: number;
  /** How often they are looked at, while anything is asked for. Default 250. */
  readonly everyMillis?: number;
  /** Runs outside of any request. */
  readonly fill: Fill<Value>;
}

/**
 * Makes the values of ids that are not kept; ids without a value are left out. Called with the distinct ids of many
 * callers at once. Values are JSON: they come back as `JSON.parse` gives them, whether they were kept or just made, and
 * frozen, for many callers may get the same one.
 */
export type Fill<Value> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/** Values of one kind, kept aside from where they come from. */
export interface Cache<Value> {
  /**
   * The values of ids, null for those that have none. What is not kept is made, once however many ask for it at the
   * same time, in this process and, with Redis, in others.
   *
   * Never fails because of the cache: where it is away or slow, `fill` answers. Not for use within a transaction:
   * it may wait for another caller's fill, which waits for a connection.
   */
  getMany(ids: readonly string[], fill: Fill<Value>): Promise<ReadonlyMap<string, Value | null>>;
}

/** The caches of a process, which share a store. */
export interface Caches {
  /** Once for each name, when the process is put together. */
  define<Value>(definition: CacheDefinition<Value>): Cache<Value>;
  /**
   * Makes void what carries one of the tags, at once for callers of this process. A courtesy to who has just made a
   * change and reads again: what makes sure of it is the outbox, whose relay does the same for every process.
   */
  invalidate(tags: readonly string[]): void;
  close(): Promise<void>;
}

/** Keeps nothing: for tests of what lies behind a cache, and for measuring what one is worth. */
export const noCaches: Caches = {
  define: <Value>() => ({
    async getMany(ids: readonly string[], fill: Fill<Value>) {
      const distinct = [...new Set(ids)];
      const values = distinct.length === 0 ? new Map<string, Value>() : await fill(distinct);
      return new Map(distinct.map((id) => [id, values.get(id) ?? null]));
    },
  }),
  invalidate: () => undefined,
  close: async () => undefined,
};
