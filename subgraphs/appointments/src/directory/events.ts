import { newUuid } from '@consulta/platform/identifiers/uuid';
import type { DomainEvent } from '@consulta/platform/outbox/event';
import { rosterTag } from '../availability/tags.ts';

/** What the directory holds an entry of. */
export type EntryKind = 'clinic' | 'doctor' | 'service';

/** Carried by what is kept of an entry. Not the owner's own tag: that is void before the directory has been told. */
export function entryTag(kind: EntryKind, id: string): string {
  return `directory:${kind}:${id}`;
}

/** Entries were written: what was kept of them is void, and with it who may have time for whom. */
export function directoryChanged(
  entries: Readonly<Record<EntryKind, readonly { readonly id: string }[]>>,
): DomainEvent {
  const tags = (['clinic', 'doctor', 'service'] as const).flatMap((kind) =>
    entries[kind].map(({ id }) => entryTag(kind, id)),
  );
  return {
    aggregateType: 'directory',
    // Each writing stands alone: entries have an order of their own, by version.
    aggregateId: newUuid(),
    version: 1,
    type: 'directory.changed',
    payload: { voids: [rosterTag, ...tags] },
  };
}
