import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Session, signIn } from './session.ts';

const password = 'demo-consulta';
const accounts = [
  { email: 'staff@demo.local', label: 'Sign in as reception', note: 'Staff of two clinics' },
  { email: 'admin@demo.local', label: 'Sign in as administrator', note: 'Every clinic' },
] as const;

export function SignIn({ onSignedIn }: { onSignedIn(session: Session): void }): VNode {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const enter = async (email: string): Promise<void> => {
    setBusy(true);
    setRefusal('');
    try {
      onSignedIn(await signIn({ email, password }));
    } catch (error) {
      setRefusal(error instanceof TypeError ? 'The server cannot be reached.' : String((error as Error).message));
      setBusy(false);
    }
  };
  return (
    <main class="sign-in">
      <h1>Waiting room</h1>
      <p>
        A clinic's day, live: patients move from column to column as the API is used, from here or from anywhere else.
      </p>
      {accounts.map(({ email, label, note }) => (
        <button key={email} type="button" disabled={isBusy} onClick={() => void enter(email)}>
          <strong>{label}</strong>
          <span>
            {note} · {email}
          </span>
        </button>
      ))}
      <p role="alert" class="refusal">
        {refusal}
      </p>
    </main>
  );
}
