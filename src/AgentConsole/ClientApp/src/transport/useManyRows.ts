import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSigned } from './context';
import type { TopicEntry, TopicStatus } from './topicEntry';
import type { Rows } from './topicState';
import type { TopicStore } from './topicStore';

const none: Rows = new Map();

export interface Many<T> { rows: readonly { topic: string; row: T }[]; status: TopicStatus }

/** The rows of one kind over several topics, live. The status is the worst that any of them has. */
export function useManyRows<T>(topicNames: readonly string[], kind: string): Many<T> {
  const { topics } = useSigned();
  const joined = topicNames.join('\n');
  const names = useMemo(() => joined.split('\n').filter(Boolean), [joined]);

  const subscribe = useCallback((listener: () => void) => {
    const ends = names.map((name) => topics.read(name, listener));
    return () => ends.forEach((end) => end());
  }, [topics, names]);

  const read = useMemo(() => mergedReader<T>(topics, names, kind), [topics, names, kind]);
  return useSyncExternalStore(subscribe, read);
}

const order: readonly TopicStatus[] = ['loading', 'stale', 'live', 'forbidden'];

/** A forbidden topic counts only when all are: the others still have something to show. */
const worst = (statuses: readonly TopicStatus[]): TopicStatus => order.find((status) => statuses.includes(status)) ?? 'loading';

/** React asks for the same value while nothing has changed, so the merged value is kept beside what it was made of. */
function mergedReader<T>(topics: TopicStore, names: readonly string[], kind: string): () => Many<T> {
  let parts: readonly (Rows | TopicStatus)[] = [];
  let merged: Many<T> = { rows: [], status: 'loading' };
  return () => {
    const entries = names.map((name) => topics.entry(name));
    const rowsOf = (entry: TopicEntry): Rows => entry.state.kinds.get(kind) ?? none;
    const now = entries.flatMap((entry) => [rowsOf(entry), entry.status]);
    if (now.length === parts.length && now.every((part, index) => part === parts[index])) return merged;
    parts = now;
    merged = {
      rows: entries.flatMap((entry) => [...rowsOf(entry).values()].map((row) => ({ topic: entry.topic, row: row as T }))),
      status: worst(entries.map((entry) => entry.status)),
    };
    return merged;
  };
}
