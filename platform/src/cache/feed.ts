/** How the relay tells all caches what is void, and that it has told them everything. */
export interface CacheFeed {
  /**
   * Makes void what carries one of the tags, in every process.
   *
   * @throws {CacheFeedUnavailable} where it may not have
   */
  voidTags(tags: readonly string[]): Promise<void>;
  /**
   * Vouches for a moment that all invalidations have arrived, provided that `isToldAll` finds it so. While nobody
   * does, caches trust nothing that they keep.
   *
   * @throws {CacheFeedUnavailable} where it could not
   */
  vouch(isToldAll: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/** The store or the bus cannot be reached. */
export class CacheFeedUnavailable extends Error {
  override readonly name = 'CacheFeedUnavailable';
}
