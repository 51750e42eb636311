/** What is to be kept under a key. */
export interface Entry {
  readonly key: string;
  /** JSON. */
  readonly value: unknown;
  /** How long. */
  readonly millis: number;
}

/** Several keys at one moment. */
export interface Snapshot {
  /** In the order of the keys; undefined where nothing is kept. */
  readonly held: readonly unknown[];
  /**
   * Names the uninterrupted life of the store: what was kept in another counts no more, since invalidations may have
   * been lost between the two. Null while nobody vouches that all invalidations have arrived.
   */
  readonly life: string | null;
}

/** Where caches keep things: in this process, or in Redis for all of them. */
export interface Store {
  /** False while it is away: asking would fail. */
  available(): boolean;
  /** @throws {StoreUnavailable} as do all others */
  read(keys: readonly string[]): Promise<Snapshot>;
  /** The same without waiting, where all that is kept is at hand. */
  glance?(keys: readonly string[]): Snapshot;
  write(entries: readonly Entry[]): Promise<void>;
  /**
   * Writes the entries whose keys hold nothing, then reads `keys`, in one round trip.
   *
   * @returns also which entries were written
   */
  claim(
    entries: readonly Entry[],
    keys: readonly string[],
  ): Promise<{ readonly claimed: readonly boolean[]; readonly snapshot: Snapshot }>;
  /** Removes keys that still hold `value`. */
  release(keys: readonly string[], value: string): Promise<void>;
  close(): Promise<void>;
}

/** The store is away, or did not answer in time. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
