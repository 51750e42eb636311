import { runSubgraph } from '@consulta/platform/subgraph/run';
import { createProviders, name } from './server.ts';

await runSubgraph({ name, create: createProviders, peers: [] }, process.env);
