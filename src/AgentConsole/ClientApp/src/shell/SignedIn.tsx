import { useEffect, useMemo, type ReactNode } from 'react';
import { Drafts } from '../lib/drafts';
import { Connection } from '../transport/connection';
import { guarded } from '../transport/guarded';
import { SignedContext, type Signed } from '../transport/context';
import type { Session } from '../transport/session';
import { TopicStore } from '../transport/topicStore';
import { showTopics } from '../transport/window';
import type { Wiring } from '../wiring';

interface Props { wiring: Wiring; session: Session; onLeave: (ended: boolean) => void; children: ReactNode }

/** Opens the wire for one session and closes it with the session. */
export function SignedIn({ wiring, session, onLeave, children }: Props) {
  const [hub, signed] = useMemo(() => {
    // Connecting that keeps failing may mean a session that ended; a socket cannot say so, the session can.
    const made = wiring.createHub(() => void wiring.api.session().then((answer) => {
      if (!answer.ok && answer.refusal.status === 401) onLeave(true);
    }));
    const topics = new TopicStore(made);
    const connection = new Connection(made, topics, Date.now);
    const signOut = (): void => void wiring.api.signOut().finally(() => onLeave(false));
    return [made, { api: guarded(wiring.api, () => onLeave(true)), topics, connection, session, signOut } satisfies Signed] as const;
  }, [wiring, session, onLeave]);

  useEffect(() => {
    new Drafts(localStorage, session.user, Date.now).prune();
    showTopics(signed.topics);
    hub.start();
    return () => hub.stop();
  }, [hub, signed, session.user]);

  return <SignedContext value={signed}>{children}</SignedContext>;
}
