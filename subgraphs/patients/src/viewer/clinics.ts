import { type Connection, toConnection } from '@consulta/platform/connection/connection';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import { type Ordering, openPage } from '@consulta/platform/connection/ordering';
import { type PageArguments, pageRequest } from '@consulta/platform/connection/page';
import { type NodeReference, referenceTo } from '../node/reference.ts';

const ordering = {
  name: 'viewer.clinics',
  direction: 'asc',
  keys: [{ column: 'uuid', type: 'uuid' }],
} as const satisfies Ordering<'uuid'>;

/** A page of the clinics that the signed viewer carries: they are at hand, so no statement is needed. */
export function pageOfClinics(
  clinics: readonly string[],
  args: PageArguments,
  cursors: CursorCodec,
): Connection<NodeReference> {
  const page = openPage(pageRequest(args), ordering, cursors);
  const [after] = page.after ?? [];
  const [before] = page.before ?? [];
  const between = clinics
    .filter((uuid) => (after === undefined || uuid > String(after)) && (before === undefined || uuid < String(before)))
    .sort();
  if (page.backwards) between.reverse();
  const rows = between.slice(0, page.size + 1).map((uuid) => ({ uuid, ...referenceTo('Clinic', uuid) }));
  return toConnection(rows, page, cursors, async () => clinics.length);
}
