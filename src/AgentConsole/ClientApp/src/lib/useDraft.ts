import { useCallback, useMemo, useState } from 'react';
import { useSigned } from '../transport/context';
import { Drafts } from './drafts';

export function useDrafts(): Drafts {
  const { session } = useSigned();
  return useMemo(() => new Drafts(localStorage, session.user, Date.now), [session.user]);
}

/** Like useState, but what is written survives a reload. `clear` when the server has it. */
export function useDraft<T>(thing: string, field: string, initial: T): [T, (value: T) => void, () => void] {
  const drafts = useDrafts();
  const [value, setValue] = useState<T>(() => drafts.read<T>(thing, field) ?? initial);
  const write = useCallback((next: T) => {
    setValue(next);
    drafts.write(thing, field, next);
  }, [drafts, thing, field]);
  const clear = useCallback(() => {
    setValue(initial);
    drafts.remove(thing, field);
  }, [drafts, thing, field, initial]);
  return [value, write, clear];
}
