const firstMillis = 300;
const longestMillis = 5_000;

/** Waits longer after each attempt, and never as long as everybody else. */
export function backoff(retries: number): Promise<void> {
  const most = Math.min(firstMillis * 2 ** retries, longestMillis);
  return new Promise((resolve) => setTimeout(resolve, most * (0.5 + Math.random() / 2)));
}
