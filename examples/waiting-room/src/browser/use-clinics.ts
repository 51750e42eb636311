import type { Client } from '@urql/core';
import { useEffect, useState } from 'preact/hooks';
import { answerOf, reasonOf } from './answer.ts';
import { AllClinicsDocument, type ClinicOfChoiceFragment, ClinicsDocument } from './generated/documents.ts';

export type Clinic = ClinicOfChoiceFragment;

export type Clinics =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly clinics: readonly Clinic[] }
  | { readonly kind: 'failed'; readonly reason: string; again(): void };

/** The clinics whose boards the viewer may follow. */
export function useClinics(graph: Client): Clinics {
  const [clinics, setClinics] = useState<Clinics>({ kind: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const tell = (next: Clinics): void => {
      if (isWanted) setClinics(next);
    };
    const read = (): void => {
      readClinics(graph).then(
        (found) => tell({ kind: 'read', clinics: found }),
        (error: Error) => tell({ kind: 'failed', reason: reasonOf(error), again: read }),
      );
    };
    read();
    return () => {
      isWanted = false;
    };
  }, [graph]);
  return clinics;
}

async function readClinics(graph: Client): Promise<Clinic[]> {
  const { viewer } = await answerOf(graph.query(ClinicsDocument, {}));
  const { edges } =
    viewer?.role === 'ADMIN'
      ? (await answerOf(graph.query(AllClinicsDocument, {}))).clinics
      : (viewer?.clinics ?? { edges: [] });
  return edges.flatMap(({ node }) => node ?? []);
}
