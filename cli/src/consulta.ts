import { ConfigurationError } from '@consulta/platform/config/environment';
import type { Command, Environment } from './command.ts';
import { account } from './commands/account.ts';
import { migrate } from './commands/migrate.ts';
import { partitions } from './commands/partitions.ts';
import { rebuild } from './commands/rebuild.ts';
import { seed } from './commands/seed.ts';
import { start } from './commands/start.ts';
import { Fault } from './fault.ts';
import { outbox } from './outbox/command.ts';

const commands: Readonly<Record<string, Command>> = { start, migrate, seed, partitions, outbox, rebuild, account };

/** Runs one command. A fault is one line on standard error and exit code 1; anything else is a bug and keeps its stack. */
export async function run([name, ...args]: string[], env: Environment): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new Fault(`there is no command "${name}": see consulta --help`);
    if (args.includes('--help') || args.includes('-h')) console.log(`${command.summary}\n\n${command.help}`);
    else await command.run(args, env);
  } catch (error) {
    const expected = error instanceof Fault || error instanceof ConfigurationError;
    console.error(expected ? `consulta: ${error.message}` : error);
    process.exitCode = 1;
  }
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`);
  return ['Usage: consulta <command> [options]', '', ...lines, '', 'consulta <command> --help tells more.'].join('\n');
}
