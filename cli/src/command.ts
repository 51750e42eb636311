import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Fault, oneLine } from './fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A sub-command of `consulta`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` shows below the summary. */
  readonly help: string;
  run(args: string[], env: Environment): Promise<void>;
}

/** Reads a command's options; what it does not know is a fault. */
export function options<const Options extends ParseArgsOptionsConfig>(args: string[], known: Options) {
  return orFault(() => parseArgs<{ args: string[]; options: Options }>({ args, options: known }).values);
}

/** Reads the words of a command that takes no options. */
export function operands(args: string[]): string[] {
  return orFault(() => parseArgs({ args, options: {}, allowPositionals: true }).positionals);
}

/** What is wrong with the words of a command is a fault. */
export function orFault<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Fault(oneLine(error).replace(/^\w+ \[\w+\]: /, ''), { cause: error });
  }
}
