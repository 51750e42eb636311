/** Wakes a loop. A ring while nobody waits is remembered, so none is ever missed. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, at once if it rang since the last wait, or after `millis` where that is given. */
  wait(millis?: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring() {
      rung = true;
      wake();
    },
    async wait(millis) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = millis === undefined ? undefined : setTimeout(resolve, millis);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}
