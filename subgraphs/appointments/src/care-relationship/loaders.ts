import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type CarePair, linksOf } from './queries.ts';

/** Who is linked by an appointment, by the book that has them all. */
export interface CareLoaders {
  treats(pairs: readonly CarePair[]): Promise<readonly boolean[]>;
}

export function createCareLoaders(db: Kysely<Database>): CareLoaders {
  return { treats: async (pairs) => (pairs.length === 0 ? [] : linksOf(db, pairs)) };
}
