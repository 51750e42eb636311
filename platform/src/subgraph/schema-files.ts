import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';

const common = join(import.meta.dirname, '..', 'graphql', 'common.graphql');

/**
 * The SDL of a subgraph: what all share, then every `*.graphql` file of its features.
 *
 * @param sourceFolder absolute path of the subgraph's `src`
 */
export function readSchemaFiles(sourceFolder: string): DocumentNode {
  const files = globSync('**/*.graphql', { cwd: sourceFolder })
    .sort()
    .map((file) => join(sourceFolder, file));
  return parse([common, ...files].map((file) => readFileSync(file, 'utf8')).join('\n'));
}
