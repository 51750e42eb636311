/** Which way imports may point. Each rule names the reader's question it answers. */

const inPackage = (folders) => `^(${folders})/src/`;
const subgraphs = 'subgraphs/[^/]+';
const ownFiles = '(platform|gateway|subgraphs|workers|migrations|schema|cli|test|bench|examples)/';
/** A file of this name in any feature folder of a subgraph, tests apart. */
const subgraphFile = (names) => `^${subgraphs}/src/.*(${names})\\.ts$`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycle', 'Two files that need each other are one purpose in two places.', {}, { circular: true }),
    rule(
      'platform-knows-no-domain',
      'Every package stands on platform, so it stands on none of them.',
      { path: '^platform/' },
      { path: `^${ownFiles}`, pathNot: '^(platform|test/kit)/' },
    ),
    rule(
      'subgraph-stands-alone',
      'A subgraph is deployed alone: what it needs of another comes through the graph or the outbox.',
      { path: '^subgraphs/([^/]+)/' },
      { path: `^${ownFiles}`, pathNot: '^(subgraphs/$1|platform|test/kit)/' },
    ),
    rule(
      'gateway-knows-no-subgraph',
      'The gateway reaches subgraphs over the wire only.',
      { path: '^gateway/' },
      { path: `^${ownFiles}`, pathNot: '^(gateway|platform|test/kit)/' },
    ),
    rule(
      'workers-run-consumers-only',
      'The relay runs what follows a commit, and sweeps up what time ends; the rest of a subgraph is not its business.',
      { path: '^workers/src/' },
      {
        path: `^${ownFiles}`,
        pathNot: [
          '^(workers|platform|test/kit)/',
          '^subgraphs/[^/]+/src/.*(consumer|sweeper)',
          '^subgraphs/[^/]+/src/config\\.ts$',
        ],
      },
    ),
    rule(
      'migrations-use-platform-only',
      'The schema of the database depends on nothing that changes with features.',
      { path: '^migrations/src/' },
      { path: `^${ownFiles}`, pathNot: '^(migrations|platform|test/kit)/' },
    ),
    rule(
      'examples-are-clients',
      'An example knows the API and nothing behind it, as a frontend of somebody else would.',
      { path: '^examples/([^/]+)/' },
      { path: `^${ownFiles}`, pathNot: '^(examples/$1|test/kit)/' },
    ),
    rule(
      'nothing-imports-the-cli',
      'The composition root is the last to know everything; tests and benchmarks start it.',
      { path: `^${ownFiles}`, pathNot: '^(cli|test|bench)/' },
      { path: '^cli/' },
    ),
    rule(
      'kit-in-tests-only',
      'Production code does not run on the test kit.',
      { path: inPackage(`platform|gateway|${subgraphs}|workers|migrations|schema|cli`), pathNot: '\\.test\\.ts$' },
      { path: '^test/' },
    ),
    rule(
      'resolvers-speak-no-sql',
      'A resolver says what is wanted, not how it is stored.',
      { path: subgraphFile('resolvers') },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    rule(
      'queries-know-no-graphql',
      'A query takes ids and columns, so it can serve a worker as well.',
      { path: subgraphFile('queries') },
      {
        path: 'node_modules/(graphql|dataloader|@apollo/[^/]+)/|/(resolvers|loaders|server|main)\\.ts$|/generated/resolvers\\.ts$',
      },
    ),
    rule(
      'loaders-below-resolvers',
      'main → server → resolvers → use case or loader → queries, never back.',
      { path: `^${subgraphs}/src/[^/]+/`, pathNot: '(resolvers|\\.test)\\.ts$' },
      { path: '/(resolvers|server|main)\\.ts$', pathNot: '/generated/' },
    ),
    rule(
      'main-is-imported-by-no-one',
      'Importing main would start a process.',
      { path: `^${ownFiles}` },
      { path: `^${ownFiles}.*/main\\.ts$`, pathNot: '^cli/src/[^/]+/main\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count too: they are how layers leak first.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
