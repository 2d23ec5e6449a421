import { createContext, useContext } from 'react';
import type { Api } from './api';
import type { Connection } from './connection';
import type { Session } from './session';
import type { TopicStore } from './topicStore';

export interface Wire { api: Api; topics: TopicStore; connection: Connection }
export interface Signed extends Wire { session: Session; signOut: () => void }

export const SignedContext = createContext<Signed | null>(null);

/** Everything a page under a session needs. */
export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error('useSigned outside a session');
  return signed;
}
