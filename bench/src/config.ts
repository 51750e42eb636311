/** What a benchmark hands on to the commands it starts: npm's settings among it. */
export const environment: Readonly<NodeJS.ProcessEnv> = process.env;
