import type { Client } from '@urql/core';
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { reasonOf } from './answer.ts';
import { byColumn, type Column, columnOf, columns, type Visit } from './board.ts';
import { clinicDay } from './clinic-day.ts';
import { nextSteps, take } from './next-step.ts';
import { Notice } from './notice.tsx';
import { useBoard } from './use-board.ts';
import type { Clinic } from './use-clinics.ts';
import { VisitCard } from './visit-card.tsx';

const titles: Readonly<Record<Column, string>> = {
  BOOKED: 'Booked',
  ARRIVED: 'Arrived',
  CHECKED_IN: 'Checked in',
  FULFILLED: 'Done',
};

export function ClinicBoard({ graph, clinic, date }: { graph: Client; clinic: Clinic; date: string }): VNode {
  const day = useMemo(() => clinicDay(date, clinic.timeZone), [date, clinic.timeZone]);
  const { state, changed, restart } = useBoard(graph, clinic.id, day);
  const [refusal, setRefusal] = useState('');
  /** The card whose button was pressed takes the focus along. */
  const pressed = useRef('');

  if (state.kind === 'loading') return <Notice text="Reading the day…" isBusy />;
  if (state.kind === 'failed') return <Notice text={state.reason} again={restart} />;

  const step = async (column: Column, visit: Visit): Promise<void> => {
    const next = nextSteps[column];
    if (next === undefined) return;
    pressed.current = visit.id;
    setRefusal('');
    await take(graph, next, visit).then(changed, (error: Error) => setRefusal(reasonOf(error)));
  };
  const visits = byColumn(state.board);
  return (
    <>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <p class="unseen" aria-live="polite">
        {state.latest && announcement(state.latest)}
      </p>
      {state.board.visits.size === 0 && (
        <p class="empty">No visits on this day. What is booked appears here at once.</p>
      )}
      <div class="columns">
        {columns.map((column) => (
          <section key={column} aria-labelledby={column} data-column={column}>
            <h2 id={column}>
              {titles[column]} <span class="count">{visits[column].length}</span>
            </h2>
            <ul>
              {visits[column].map((visit) => (
                <VisitCard
                  key={visit.id}
                  visit={visit}
                  timeZone={clinic.timeZone}
                  isLatest={visit === state.latest}
                  takesFocus={visit.id === pressed.current}
                  step={nextSteps[column]?.label}
                  onStep={() => step(column, visit)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function announcement(visit: Visit): string {
  const column = columnOf(visit);
  const name = visit.patient?.name ?? 'A patient';
  return column === undefined ? `${name}: no longer on the board` : `${name}: ${titles[column]}`;
}
