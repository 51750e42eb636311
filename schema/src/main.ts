import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeContract } from './compose.ts';

const folder = join(import.meta.dirname, '..');
const { supergraph, api } = composeContract();
writeFileSync(join(folder, 'supergraph.graphql'), supergraph);
writeFileSync(join(folder, 'api.graphql'), api);
