import { type StackOptions, startStack } from '@consulta/cli/stack';
import { createLogger } from '@consulta/platform/logger';

// The whole product as a process of its own, to be killed. Gets its options by IPC, and says where it answers.
process.once('message', async (options: Omit<StackOptions, 'logger'>) => {
  const { url } = await startStack({ ...options, logger: createLogger({ level: 'silent' }) });
  process.send?.(url);
});
process.on('disconnect', () => process.exit(0));
