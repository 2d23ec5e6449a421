import type { Changed, RowChange, Snapshot } from '../transport/topicState';

/** A small server in memory: topics with numbered changes. For the development page and for tests. */
export class World {
  private readonly topics = new Map<string, { seq: number; rows: Map<string, RowChange> }>();
  private readonly listeners = new Set<(message: Changed) => void>();
  private seq = 100;

  snapshot(topic: string): Snapshot {
    const { seq, rows } = this.topic(topic);
    return { topic, seq, rows: [...rows.values()] };
  }

  row(topic: string, kind: string, id: string): unknown {
    return this.topic(topic).rows.get(`${kind} ${id}`)?.row;
  }

  change(topic: string, ...changes: RowChange[]): void {
    const state = this.topic(topic);
    for (const each of changes) {
      const key = `${each.kind} ${each.id}`;
      if (each.row === null) state.rows.delete(key);
      else state.rows.set(key, each);
    }
    const prev = state.seq;
    state.seq = ++this.seq;
    for (const listener of this.listeners) listener({ topic, prev, seq: state.seq, changes });
  }

  put(topic: string, kind: string, id: string, row: unknown): void {
    this.change(topic, { kind, id, row });
  }

  patch(topic: string, kind: string, id: string, part: object): void {
    const was = this.row(topic, kind, id);
    if (typeof was === 'object') this.put(topic, kind, id, { ...was, ...part });
  }

  remove(topic: string, kind: string, id: string): void {
    this.change(topic, { kind, id, row: null });
  }

  onChange(listener: (message: Changed) => void): void {
    this.listeners.add(listener);
  }

  private topic(name: string): { seq: number; rows: Map<string, RowChange> } {
    let topic = this.topics.get(name);
    if (!topic) {
      topic = { seq: 0, rows: new Map() };
      this.topics.set(name, topic);
    }
    return topic;
  }
}
