import { useCallback, useEffect, useState } from 'react';
import { overrideTexts } from './i18n/setup';
import { Shell } from './shell/Shell';
import { SignedIn } from './shell/SignedIn';
import { SignInPage } from './signin/SignInPage';
import type { Session } from './transport/session';
import type { Wiring } from './wiring';

type Gate = { kind: 'asking' } | { kind: 'out'; ended: boolean } | { kind: 'in'; session: Session };

/** Who is at the desk: asks once at start, then shows the sign-in or the pages. */
export function App({ wiring }: { wiring: Wiring }) {
  const [gate, setGate] = useState<Gate>({ kind: 'asking' });

  const enter = useCallback((session: Session) => {
    overrideTexts(session.pack.texts);
    setGate({ kind: 'in', session });
  }, []);

  useEffect(() => {
    void wiring.api.session().then((answer) => {
      if (answer.ok) enter(answer.value);
      else setGate({ kind: 'out', ended: false });
    });
  }, [wiring, enter]);

  const leave = useCallback((ended: boolean) => setGate({ kind: 'out', ended }), []);

  switch (gate.kind) {
    case 'asking':
      return null;
    case 'out':
      return <SignInPage api={wiring.api} ended={gate.ended} onSignedIn={enter} />;
    case 'in':
      return (
        <SignedIn key={gate.session.user} wiring={wiring} session={gate.session} onLeave={leave}>
          <Shell />
        </SignedIn>
      );
  }
}
