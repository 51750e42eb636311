import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Room } from './room.tsx';
import type { Session } from './session.ts';
import { SignIn } from './sign-in.tsx';

export function App(): VNode {
  const [session, setSession] = useState<Session>();
  if (session === undefined) return <SignIn onSignedIn={setSession} />;
  const signOut = (): void => {
    session.end();
    setSession(undefined);
  };
  return <Room session={session} onSignOut={signOut} />;
}
