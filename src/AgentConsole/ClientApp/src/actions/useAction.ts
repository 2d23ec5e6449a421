import { useCallback, useRef, useState } from 'react';
import { newKey } from '../ids';
import type { ActionRequest, Posted } from '../transport/api';
import { useSigned } from '../transport/context';
import type { Answer, Refusal } from '../transport/problem';

export interface ActionState<A extends unknown[]> {
  run: (...args: A) => Promise<Answer<Posted>>;
  /** True from the press on until the change is durable or refused. */
  pending: boolean;
  refusal: Refusal | null;
}

/** A lost answer: nobody knows whether the command was done, so the next try must be the same command. */
const unanswered = (answer: Answer<Posted>): boolean => !answer.ok && (answer.refusal.status === 0 || answer.refusal.status === 503);

/** Posts an action and tells, beside the thing itself, that it is under way or why it was refused. */
export function useAction<A extends unknown[]>(make: (...args: A) => ActionRequest): ActionState<A> {
  const { api } = useSigned();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = useRef<{ said: string; key: string } | null>(null);

  const run = useCallback(async (...args: A) => {
    const request = make(...args);
    const said = JSON.stringify(request);
    if (open.current?.said !== said) open.current = { said, key: newKey() };
    setPending(true);
    setRefusal(null);
    const answer = await api.post(request, open.current.key);
    if (!unanswered(answer)) open.current = null;
    setPending(false);
    setRefusal(answer.ok ? null : answer.refusal);
    return answer;
  }, [api, make]);

  return { run, pending, refusal };
}
