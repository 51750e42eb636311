import type { Client } from '@urql/core';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ClinicBoard } from './clinic-board.tsx';
import { today } from './clinic-day.ts';
import { ConnectionLight } from './connection-light.tsx';
import { DayChoice } from './day-choice.tsx';
import { Notice } from './notice.tsx';
import type { Session } from './session.ts';
import type { TransportName } from './transport.ts';
import { TransportChoice } from './transport-choice.tsx';
import { useClinics } from './use-clinics.ts';
import { useConnection } from './use-connection.ts';

/** What somebody who is signed in sees: the connection, and the board that it keeps true. */
export function Room({ session, onSignOut }: { session: Session; onSignOut(): void }): VNode {
  const [transport, setTransport] = useState<TransportName>('WebSocket');
  const { state, graph } = useConnection(session, transport);
  return (
    <>
      <header class="bar">
        <h1>Waiting room</h1>
        <ConnectionLight state={state} />
        <TransportChoice chosen={transport} onChoice={setTransport} />
        <button type="button" class="quiet" onClick={onSignOut}>
          Sign out <span class="unseen">{session.email}</span>
        </button>
      </header>
      <main>{graph && <ClinicChoice graph={graph} />}</main>
    </>
  );
}

function ClinicChoice({ graph }: { graph: Client }): VNode {
  const clinics = useClinics(graph);
  const [chosen, setChosen] = useState('');
  const [date, setDate] = useState('');
  if (clinics.kind === 'loading') return <Notice text="Reading the clinics…" isBusy />;
  if (clinics.kind === 'failed') return <Notice text={clinics.reason} again={clinics.again} />;
  const clinic = clinics.clinics.find(({ id }) => id === chosen) ?? clinics.clinics[0];
  if (clinic === undefined) return <Notice text="You work at no clinic." />;
  const day = date || today(clinic.timeZone);
  return (
    <>
      <div class="choice">
        <label>
          <span>Clinic</span>
          <select value={clinic.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {clinics.clinics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DayChoice date={day} today={today(clinic.timeZone)} onChoice={setDate} />
      </div>
      <ClinicBoard key={`${clinic.id} ${day}`} graph={graph} clinic={clinic} date={day} />
    </>
  );
}
