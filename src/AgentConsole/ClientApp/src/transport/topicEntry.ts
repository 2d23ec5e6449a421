import { applyChange, emptyTopic, fromSnapshot, type Changed, type Snapshot, type TopicState } from './topicState';

/** loading: never seen. live: equals the server. stale: drawn from before a loss. forbidden: the right was lost. */
export type TopicStatus = 'loading' | 'live' | 'stale' | 'forbidden';

/** Changes that may wait for a snapshot under way; beyond that a second snapshot is cheaper than the queue. */
const HELD_LIMIT = 1000;

/** One subscribed topic: its state, its readers and the changes that overtook its snapshot. */
export class TopicEntry {
  state: TopicState = emptyTopic;
  status: TopicStatus = 'loading';
  readers = 0;
  /** Raised for every subscribe call, so that an answer to an earlier one is known to be late. */
  attempt = 0;
  readonly listeners = new Set<() => void>();
  private held: Changed[] | null = null;

  constructor(readonly topic: string) {}

  begin(): number {
    this.held = [];
    if (this.status === 'live') this.status = 'stale';
    return ++this.attempt;
  }

  /** Returns false when the held changes leave a gap, so that the caller must subscribe again. */
  settle(snapshot: Snapshot): boolean {
    this.state = fromSnapshot(snapshot);
    this.status = 'live';
    const held = this.held ?? [];
    this.held = null;
    const whole = held.every((message) => this.receive(message));
    this.notify();
    return whole;
  }

  /** Returns false on a gap. */
  receive(message: Changed): boolean {
    if (this.held) {
      this.held.push(message);
      return this.held.length <= HELD_LIMIT;
    }
    if (this.status !== 'live') return true;
    const step = applyChange(this.state, message);
    switch (step.kind) {
      case 'old':
        return true;
      case 'gap':
        return false;
      case 'applied':
        this.state = step.state;
        this.notify();
        return true;
    }
  }

  lose(): void {
    this.attempt++;
    this.held = null;
    if (this.status === 'live') this.mark('stale');
  }

  forbid(): void {
    this.attempt++;
    this.held = null;
    this.state = emptyTopic;
    this.mark('forbidden');
  }

  private mark(status: TopicStatus): void {
    this.status = status;
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
