import type { SoughtVisit } from '../availability/slots.ts';
import { minute } from '../availability/zone-clock.ts';
import type { Bound, CandidatePage } from './merge.ts';
import type { RosterOffer, RosterRequest, RosterRow } from './roster-queries.ts';

/** A doctor who may have slots, and for what. JSON. */
export interface SearchCandidate extends Bound {
  /** Of the doctor's calendar. */
  readonly zone: string;
  readonly offers: readonly (SoughtVisit & Pick<RosterOffer, 'service' | 'zone'>)[];
}

/** @param rows the answer to the request */
export function candidatesOf(
  rows: readonly RosterRow[],
  { criteria, limit }: Pick<RosterRequest, 'criteria' | 'limit'>,
): CandidatePage<SearchCandidate> {
  const end = rows.length === limit ? rows.at(-1) : undefined;
  return {
    candidates: rows.flatMap((row) => candidateOf(row, criteria.modality)),
    last: end === undefined ? null : { bound: end.bound * minute, doctor: end.doctor },
  };
}

function candidateOf({ doctor, zone, bound, offers }: RosterRow, modality: string | null): SearchCandidate[] {
  if (offers === null) return [];
  const sought = offers.map(({ service, clinic, zone: clinicZone, modalities, ...length }) => ({
    service,
    clinic,
    zone: clinicZone,
    modalities: modality === null ? modalities : [modality],
    length,
  }));
  return [{ doctor, zone, bound: bound * minute, offers: sought }];
}
