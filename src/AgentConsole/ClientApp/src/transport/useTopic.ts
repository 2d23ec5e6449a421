import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { AgentKinds, CardKinds, CaseKinds, ContactKinds, DeskKinds, DirectoryKinds, UnitKinds } from '../rows';
import { useSigned } from './context';
import type { TopicStatus } from './topicEntry';
import type { Rows } from './topicState';

const none: Rows = new Map();

/** Which kinds a topic's name promises. */
type KindsOf<T extends string> =
  T extends `desk:${string}` ? DeskKinds
  : T extends `agent:${string}` ? AgentKinds
  : T extends `contact:${string}` ? ContactKinds
  : T extends `card:${string}` ? CardKinds
  : T extends `unit:${string}` ? UnitKinds
  : T extends `case:${string}` ? CaseKinds
  : DirectoryKinds;

function useRead<T>(topic: string | null, pick: (topic: string) => T, otherwise: T): T {
  const { topics } = useSigned();
  const subscribe = useCallback(
    (listener: () => void) => (topic === null ? () => undefined : topics.read(topic, listener)),
    [topics, topic],
  );
  return useSyncExternalStore(subscribe, () => (topic === null ? otherwise : pick(topic)));
}

/** The rows of one kind, live, in the order of their ids' arrival. `null` reads nothing. */
export function useRows<T extends string, K extends keyof KindsOf<T> & string>(topic: T | null, kind: K): readonly KindsOf<T>[K][] {
  const { topics } = useSigned();
  const rows = useRead(topic, (t) => topics.entry(t).state.kinds.get(kind) ?? none, none);
  return useMemo(() => [...rows.values()] as KindsOf<T>[K][], [rows]);
}

/** One row, live; undefined while it is not there. */
export function useRow<T extends string, K extends keyof KindsOf<T> & string>(
  topic: T | null, kind: K, id: string | null,
): KindsOf<T>[K] | undefined {
  const { topics } = useSigned();
  const row = useRead(topic, (t) => (id === null ? undefined : topics.entry(t).state.kinds.get(kind)?.get(id)), undefined);
  return row as KindsOf<T>[K] | undefined;
}

export function useTopicStatus(topic: string | null): TopicStatus {
  const { topics } = useSigned();
  return useRead<TopicStatus>(topic, (t) => topics.entry(t).status, 'loading');
}
