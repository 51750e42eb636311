import { runSubgraph } from '@consulta/platform/subgraph/run';
import { createRecords, name } from './server.ts';

await runSubgraph({ name, create: createRecords, peers: ['appointments'] }, process.env);
