import { withClient } from '@consulta/cli/postgres/client';

/** Runs statements that concern the server rather than one database. */
export const onServer = withClient;
