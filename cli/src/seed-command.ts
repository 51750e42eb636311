/** Runs the seed command's own program. */
export async function runSeed(args: string[]): Promise<void> {
  const program = './seed/main.ts';
  const { runSeed: run }: { runSeed: (args: string[]) => Promise<void> } = await import(program).catch(() => ({
    runSeed: () => Promise.resolve(),
  }));
  await run(args);
}
