import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = join(import.meta.dirname, 'browser');

/** All that the page needs comes from the server that it talks to. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface File {
  readonly type: string;
  readonly text: string;
}

/** The waiting room at `/waiting-room`. For development only: its script is bundled at the first visit. */
export function addWaitingRoom(server: FastifyInstance): void {
  const serve = (path: string, read: () => Promise<File>): void => {
    let file: Promise<File> | undefined;
    server.get(`/waiting-room${path}`, async (_request, reply) => {
      file ??= read();
      const { type, text } = await file;
      return reply
        .headers({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff' })
        .type(`${type}; charset=utf-8`)
        .send(text);
    });
  };
  serve('', () => fromDisk('index.html', 'text/html'));
  serve('/theme.css', () => fromDisk('theme.css', 'text/css'));
  serve('/board.css', () => fromDisk('board.css', 'text/css'));
  serve('/main.js', async () => ({ type: 'text/javascript', text: await bundle() }));
}

async function fromDisk(name: string, type: string): Promise<File> {
  return { type, text: await readFile(join(folder, name), 'utf8') };
}

async function bundle(): Promise<string> {
  const { build, stop } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'main.tsx')],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: 'es2023',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    return outputFiles[0]?.text ?? '';
  } finally {
    // It keeps a process of its own.
    await stop();
  }
}
