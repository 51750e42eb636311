import { renameSync, writeFileSync } from 'node:fs';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoryFileOf } from './memory-file.ts';

// Loaded before a process whose memory is measured: collects its garbage at SIGUSR2, and writes down what is left.

setFlagsFromString('--expose-gc');
const collect: (options: object) => void = runInNewContext('gc');
const file = memoryFileOf(process.pid);
process.on('SIGUSR2', () => {
  // As where memory is all but gone: pages that hold little are emptied and given back.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const young = getHeapSpaceStatistics()
    .filter(({ space_name: name }) => name.startsWith('new'))
    .reduce((sum, { physical_space_size: size }) => sum + size, 0);
  const { rss, heapUsed, external } = process.memoryUsage();
  writeFileSync(`${file}.new`, JSON.stringify({ resident: rss - young, live: heapUsed + external }));
  renameSync(`${file}.new`, file);
});
