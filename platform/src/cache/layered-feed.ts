import type { CacheFeed } from './feed.ts';

/**
 * Tells first what all processes share and then what each keeps of it: who hears the second and looks into the first finds
 * nothing from before.
 */
export function createLayeredFeed(shared: CacheFeed, kept: CacheFeed): CacheFeed {
  return {
    async voidTags(tags) {
      await shared.voidTags(tags);
      await kept.voidTags(tags);
    },
    // One question for both; each notes when before it is asked.
    vouch: (isToldAll) =>
      shared.vouch(async () => {
        const asking = { told: false };
        await kept.vouch(async () => {
          asking.told = await isToldAll();
          return asking.told;
        });
        return asking.told;
      }),
    async close() {
      await shared.close();
      await kept.close();
    },
  };
}
