import type { TopicStore } from './topicStore';
import type { TopicStatus } from './topicEntry';
import type { RowChange } from './topicState';

/** A topic as this console holds it at this moment. */
export interface HeldTopic { topic: string; status: TopicStatus; seq: number; rows: RowChange[] }

declare global {
  interface Window { santral?: { readonly topics: () => HeldTopic[] } }
}

/**
 * `window.santral.topics()`: what is on screen as data, to be compared with a fresh snapshot when a console is doubted.
 * It reads and cannot write, and shows nothing that the page does not hold for its own user anyway.
 */
export function showTopics(topics: TopicStore): void {
  const held = (): HeldTopic[] => topics.onScreen().map(({ topic, status, state }) => ({
    topic, status, seq: state.seq,
    rows: [...state.kinds].flatMap(([kind, rows]) => [...rows].map(([id, row]) => ({ kind, id, row: structuredClone(row) }))),
  }));
  window.santral = Object.freeze({ topics: held });
}
