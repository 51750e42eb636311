import { runSubgraph } from '@consulta/platform/subgraph/run';
import { appointmentsSettings } from './config.ts';
import { createAppointments, name } from './server.ts';

await runSubgraph(
  {
    name,
    create: (dependencies, config) => createAppointments(dependencies, undefined, config),
    peers: ['patients', 'providers'],
    settings: appointmentsSettings,
  },
  process.env,
);
