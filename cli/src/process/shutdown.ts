import { onPackageManagerGone } from './ancestors.ts';

/** One step of an orderly end. */
export interface ShutdownStep {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** One Ctrl-C can arrive twice: from the terminal, and passed on by a parent. */
const samePressMillis = 400;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Where a process can be asked to end, from its first moment on: what is open by then is closed, last opened first. */
export interface Shutdown {
  /** Registers what has just been opened. */
  opened(step: ShutdownStep): void;
  isRequested(): boolean;
  /** Settles when the end was asked for. */
  readonly requested: Promise<void>;
  /** Closes everything; a second signal meanwhile ends the process at once. */
  run(): Promise<void>;
}

/** Listens for the signals that end a process, and for the end of the package manager that started it. */
export function listenForShutdown(): Shutdown {
  const steps: ShutdownStep[] = [];
  const { promise: requested, resolve } = Promise.withResolvers<void>();
  let asked = false;
  let askedAt = 0;
  const request = (): void => {
    if (asked && performance.now() - askedAt > samePressMillis) process.exit(1);
    if (asked) return;
    asked = true;
    askedAt = performance.now();
    resolve();
  };
  for (const signal of signals) process.on(signal, request);
  const stopWatching = onPackageManagerGone(() => {
    asked = true;
    resolve();
  });
  return {
    requested,
    isRequested: () => asked,
    opened: (step) => steps.push(step),
    async run() {
      asked = true;
      stopWatching();
      for (const { name, run } of steps.toReversed()) {
        await run().catch((error: unknown) => console.error(`consulta: could not ${name}:`, error));
      }
      steps.length = 0;
      for (const signal of signals) process.off(signal, request);
    },
  };
}
