import { runSubgraph } from '@consulta/platform/subgraph/run';
import { createPatients, name } from './server.ts';

await runSubgraph({ name, create: createPatients, peers: ['appointments'] }, process.env);
