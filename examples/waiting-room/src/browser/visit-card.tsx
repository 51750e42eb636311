import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Visit } from './board.ts';

export function VisitCard({
  visit: { id, start, patient, doctor, service, modality },
  timeZone,
  isLatest,
  takesFocus,
  step,
  onStep,
}: {
  visit: Visit;
  timeZone: string;
  /** It changed last. */
  isLatest: boolean;
  takesFocus: boolean;
  /** What is done next; undefined where nothing is. */
  step: string | undefined;
  onStep(): Promise<void>;
}): VNode {
  const [isBusy, setBusy] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  // Only where it appears, which is in another column.
  useEffect(() => {
    if (takesFocus) card.current?.focus({ preventScroll: true });
  }, []);
  const name = patient?.name ?? 'A patient';
  const press = (): void => {
    setBusy(true);
    void onStep().then(() => setBusy(false));
  };
  return (
    <li ref={card} data-visit={id} tabIndex={-1} class={isLatest ? 'card latest' : 'card'}>
      <time dateTime={start}>{new Date(start).toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone })}</time>
      <div class="who">
        <strong>{name}</strong>
        <span>{doctor?.name}</span>
        <span class="what">
          {service?.name}
          {modality === 'VIDEO' && <em>Video</em>}
        </span>
      </div>
      {step !== undefined && (
        <button type="button" disabled={isBusy} onClick={press} aria-label={`${step}: ${name}`}>
          {step}
        </button>
      )}
    </li>
  );
}
