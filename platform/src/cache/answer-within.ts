/** A timer that fires so much too late tells of a busy process, not of a slow answer. */
const lateMillis = 15;
const mostExtensions = 5;

/**
 * Gives an answer some time to arrive. An event loop that was busy meanwhile could neither send the question nor read
 * the answer: that time is given again, and in the end what has arrived is read before it counts as missing.
 *
 * @throws what `missing` makes, where there is no answer
 */
export async function answerWithin<Answer>(
  millis: number,
  answer: Promise<Answer>,
  missing: () => Error,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const given = new Promise<never>((_resolve, reject) => {
    const wait = (extensions: number): void => {
      const from = performance.now();
      timer = setTimeout(() => {
        const late = performance.now() - from - millis > lateMillis;
        if (late && extensions > 0) wait(extensions - 1);
        // Timers run before the sockets are read, immediates after.
        else setImmediate(() => reject(missing()));
      }, millis);
    };
    wait(mostExtensions);
  });
  try {
    return await Promise.race([answer, given]);
  } finally {
    clearTimeout(timer);
  }
}
