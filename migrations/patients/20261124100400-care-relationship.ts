import type { Kysely } from 'kysely';
import { careRelationshipTable } from '../src/care-relationship.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await careRelationshipTable(db, 'patients');
}
