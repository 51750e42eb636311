import { composeServices } from '@apollo/composition';
import { badUserInput } from '@consulta/platform/graphql/errors';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { localTransport, type Transport } from '@consulta/platform/hop/transport';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createSubgraph, type Subgraph } from '@consulta/platform/subgraph/subgraph';
import { parse } from 'graphql';
import { createDataSource, type DataSource } from './data-source.ts';

/** Clubs and their members know what is odd about graphs: conflicting types, lists of lists, what fails and where. */
const clubs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@inaccessible"])
  type Query {
    clubs: [Club!]!
    club(id: ID!): Club
    firm: Club!
    anything: [Thing!]!
    named: [Named!]!
    board: [[Person!]!]!
    loose: [[Person]]
    count(of: [Int!], mood: Mood): Int
    moods: [Mood]
    strict: [Mood!]
    fails: Int
    secrets: [Secret]
  }
  type Mutation { open(name: String!): Club }
  type Subscription { opened(name: String): Club }
  enum Mood { GLAD SAD HIDDEN @inaccessible }
  interface Named { name: String }
  union Thing = Club | Person | Stone
  type Stone implements Named { name: String weight: Int! label: String }
  interface Secret { name: String }
  type Open implements Secret { name: String }
  type Closed implements Secret @inaccessible { name: String }
  type Club implements Named @key(fields: "id") {
    id: ID!
    name: String
    label: Int
    chair: Person
    members: [Person!]!
    guests: [Person]
    size: Int
    founder: Person!
  }
  type Person implements Named @key(fields: "id") { id: ID! name: String @shareable nick: String! }
`);

const people = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])
  type Query { person(id: ID!): Person, brokenPeople: [Person!] }
  type Person @key(fields: "id") {
    id: ID!
    name: String @shareable
    age: Int
    must: Int!
    friends: [Person!]!
    home: Home
    favourite: Club
  }
  type Home { street(upper: Boolean = false): String! rooms: [[Int!]!]! }
  type Club @key(fields: "id") {
    id: ID!
    size: Int @external
    fee(year: Int): Int @requires(fields: "size")
    motto: String
  }
`);

const person = (id: string) => ({ __typename: 'Person', id, name: `name of ${id}`, nick: `nick of ${id}` });
const club = (id: string) => ({
  __typename: 'Club',
  id,
  name: `club ${id}`,
  label: 7,
  size: id === 'c3' ? null : Number(id.slice(1)),
  chair: id === 'c2' ? null : person('p1'),
  founder: person(id === 'c2' ? 'gone' : 'p1'),
  members: [person('p1'), person('p2'), person('p1')],
  guests: [null, person('p2'), person('fails'), person('gone')],
});
const fail = () => {
  throw badUserInput('No such thing.', ['id']);
};
const things = () => [club('c1'), person('p2'), { __typename: 'Stone', name: 'rock', weight: 3, label: 'grey' }];

const clubResolvers = {
  Query: {
    clubs: () => ['c1', 'c2', 'c3'].map(club),
    club: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : club(id)),
    firm: fail,
    anything: things,
    named: things,
    board: () => [[person('p1'), person('p2')], [], [person('p1')]],
    loose: () => [[person('p1'), null, person('gone')], null],
    count: (_: unknown, { of = [], mood }: { of?: number[]; mood?: string }) => (mood === 'SAD' ? null : of.length),
    moods: () => ['GLAD', 'HIDDEN', null],
    strict: () => ['GLAD', 'HIDDEN'],
    fails: fail,
    secrets: () => [
      { __typename: 'Open', name: 'a' },
      { __typename: 'Closed', name: 'b' },
    ],
  },
  Mutation: { open: (_: unknown, { name }: { name: string }) => (name === '' ? fail() : club(name)) },
  Subscription: {
    opened: {
      subscribe: (_: unknown, { name }: { name?: string }) =>
        name === '' ? fail() : { topics: [`club:${name ?? 'any'}`], after: 4 },
      resolve: (_: unknown, _args: unknown, { event }: { event?: { aggregateId: string } }) => {
        const id = event?.aggregateId.slice(-1);
        return id === '0' ? null : club(`c${id}`);
      },
    },
  },
  Club: { __resolveReference: ({ id }: { id: string }) => club(id) },
  Person: { __resolveReference: ({ id }: { id: string }) => person(id) },
};

/** @param asked ids of the people that were asked for, in turn */
function peopleResolvers(asked: string[][]) {
  const known = (id: string) => {
    asked.at(-1)?.push(id);
    if (id === 'fails') return fail();
    return id === 'gone' ? null : person(id);
  };
  return {
    Query: { person: (_: unknown, { id }: { id: string }) => person(id), brokenPeople: () => [person('p1'), null] },
    Person: {
      __resolveReference: ({ id }: { id: string }) => known(id),
      age: ({ id }: { id: string }) => (id === 'p2' ? fail() : 40),
      must: ({ id }: { id: string }) => (id === 'p2' ? fail() : 1),
      friends: ({ id }: { id: string }) => (id === 'p1' ? [person('p2'), person('p3')] : []),
      home: () => ({ rooms: [[1, 2], [3]] }),
      favourite: ({ id }: { id: string }) => ({ __typename: 'Club', id: id === 'p1' ? 'c1' : 'c2' }),
    },
    Home: { street: (_: unknown, { upper }: { upper: boolean }) => (upper ? 'HIGH STREET' : 'High Street') },
    Club: {
      __resolveReference: (reference: object) => reference,
      fee: ({ size }: { size: number | null }, { year }: { year?: number }) =>
        size === null ? fail() : size * 10 + (year ?? 0),
      motto: ({ id }: { id: string }) => `motto of ${id}`,
    },
  };
}

/** A federated graph of two subgraphs in memory. */
export interface ClubGraph {
  readonly supergraphSdl: string;
  readonly sources: ReadonlyMap<string, DataSource>;
  /** For each hop to `people`, the ids that were asked for. */
  readonly asked: readonly (readonly string[])[];
  /** Whether `people` answers at all. */
  setAway(isAway: boolean): void;
}

export function createClubGraph(): ClubGraph {
  const { supergraphSdl, errors } = composeServices([
    { name: 'clubs', url: 'http://clubs.invalid', typeDefs: clubs },
    { name: 'people', url: 'http://people.invalid', typeDefs: people },
  ]);
  if (supergraphSdl === undefined) throw new Error(JSON.stringify(errors));
  const signer = createHopSigner('a secret that is long enough for this');
  const asked: string[][] = [];
  let away = false;
  const runtime = {
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    signer,
    exposeStatements: false,
  };
  const createContext: Parameters<typeof createSubgraph>[0]['createContext'] = (request) => request;
  const transportOf = (subgraph: Subgraph, canBeAway = false): Transport => {
    const transport = localTransport(subgraph);
    return {
      ...transport,
      async send(message) {
        if (canBeAway) asked.push([]);
        if (canBeAway && away) throw badUserInput('Away.', []);
        return transport.send(message);
      },
    };
  };
  const transports = {
    clubs: transportOf(
      createSubgraph({ name: 'clubs', typeDefs: clubs, resolvers: clubResolvers, createContext }, runtime),
    ),
    people: transportOf(
      createSubgraph({ name: 'people', typeDefs: people, resolvers: peopleResolvers(asked), createContext }, runtime),
      true,
    ),
  };
  return {
    supergraphSdl,
    asked,
    sources: new Map(
      Object.entries(transports).map(([name, transport]) => [name, createDataSource(name, transport, signer)]),
    ),
    setAway(isAway) {
      away = isAway;
    },
  };
}
