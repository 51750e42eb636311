import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { environment } from '../kit/config.ts';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's own Chromium, or undefined with a warning. */
export function findChromium(): string | undefined {
  const folders = environment.path.split(delimiter);
  const found = programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(existsSync);
  if (found !== undefined) return found;
  if (environment.ci) throw new Error('No Chromium on this machine: CI runs every test.');
  process.stderr.write('\nWARNING: No Chromium on this machine: the tests in a browser are SKIPPED.\n\n');
  return undefined;
}

/** A browser that talks to nobody by itself and finds no host but this one. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  return chromium.launch({ executablePath, args });
}
