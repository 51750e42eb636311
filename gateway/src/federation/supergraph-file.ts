import { readFile } from 'node:fs/promises';
import type { Logger } from '@consulta/platform/logger';

/** Hands over a newer supergraph whenever there is one; what it is handed to throws where it cannot be used. */
export type SupergraphUpdates = (take: (supergraphSdl: string) => void) => void;

/** Reads a supergraph's file again at each SIGHUP, as long-running servers do with what they are configured by. */
export function readAgainOnHangup(file: URL, logger: Logger): SupergraphUpdates {
  return (take) => {
    process.on('SIGHUP', () => {
      readFile(file, 'utf8')
        .then(take)
        .then(
          () => logger.info('the supergraph was loaded anew'),
          (err: unknown) => logger.error({ err }, 'the new supergraph cannot be used; the one before it stays'),
        );
    });
  };
}
