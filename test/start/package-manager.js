// Stands for npx: starts a script, and dies of SIGTERM without passing it on.
import { spawn } from 'node:child_process';

process.title = 'npm exec pnpm@12 start';
spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit', detached: true });
