/** Runs work that is under way only once, however many ask for it at the same time. */
export interface InFlight<Answer> {
  /** @param key what asks for the same gives the same key */
  run(key: string, work: () => Promise<Answer>): Promise<Answer>;
}

/**
 * @param isShareable false for an answer that is only for who had it made: the others then have their own made
 * @param onJoin called for each that waits for the work of another
 */
export function createInFlight<Answer>(isShareable: (answer: Answer) => boolean, onJoin: () => void): InFlight<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  return {
    async run(key, work) {
      const known = underWay.get(key);
      if (known !== undefined) {
        onJoin();
        const answer = await known;
        return isShareable(answer) ? answer : work();
      }
      const own = work().finally(() => underWay.delete(key));
      underWay.set(key, own);
      return own;
    },
  };
}
