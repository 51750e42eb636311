import { runSubgraph } from '@consulta/platform/subgraph/run';
import { createAppointments, name } from './server.ts';

await runSubgraph({ name, create: createAppointments, peers: ['patients', 'providers'] }, process.env);
