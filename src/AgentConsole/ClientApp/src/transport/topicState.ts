/** A topic as the server last described it, and the one rule by which it moves on. Knows no business. */

export interface RowChange { kind: string; id: string; row: unknown }
export interface Snapshot { topic: string; seq: number; rows: RowChange[] }
export interface Changed { topic: string; prev: number; seq: number; changes: RowChange[] }

export type Rows = ReadonlyMap<string, unknown>;

export interface TopicState {
  readonly seq: number;
  /** kind -> id -> row. A kind that a change does not touch keeps its identity, so its readers do not redraw. */
  readonly kinds: ReadonlyMap<string, Rows>;
}

export type Step = { kind: 'applied'; state: TopicState } | { kind: 'old' } | { kind: 'gap' };

export const emptyTopic: TopicState = { seq: -1, kinds: new Map() };

function write(kinds: ReadonlyMap<string, Rows>, changes: readonly RowChange[]): ReadonlyMap<string, Rows> {
  const next = new Map(kinds);
  const touched = new Map<string, Map<string, unknown>>();
  for (const { kind, id, row } of changes) {
    let rows = touched.get(kind);
    if (!rows) {
      rows = new Map(next.get(kind));
      touched.set(kind, rows);
      next.set(kind, rows);
    }
    if (row === null || row === undefined) rows.delete(id);
    else rows.set(id, row);
  }
  return next;
}

export function fromSnapshot(snapshot: Snapshot): TopicState {
  return { seq: snapshot.seq, kinds: write(new Map(), snapshot.rows) };
}

/**
 * Applies one message. `old` was already in the snapshot (it travelled while the snapshot was taken); `gap` means
 * something is missing and only a fresh snapshot can tell what.
 */
export function applyChange(state: TopicState, message: Changed): Step {
  if (message.seq <= state.seq) return { kind: 'old' };
  if (message.prev !== state.seq) return { kind: 'gap' };
  return { kind: 'applied', state: { seq: message.seq, kinds: write(state.kinds, message.changes) } };
}
