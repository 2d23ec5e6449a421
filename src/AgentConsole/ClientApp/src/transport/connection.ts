import type { Hub } from './hub';
import type { TopicStore } from './topicStore';

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'connected' }
  | { kind: 'catchingUp' }
  | { kind: 'disconnected'; since: number };

/** The truth bar's source: what the wire and the topics say, as one value. */
export class Connection {
  private state: ConnectionState = { kind: 'connecting' };
  private up: boolean | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(hub: Pick<Hub, 'onWire'>, private readonly topics: TopicStore, private readonly now: () => number) {
    hub.onWire((up) => {
      this.up = up;
      this.update();
    });
    topics.onCatchingUp(() => this.update());
  }

  get = (): ConnectionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private update(): void {
    const next = this.next();
    if (next.kind === this.state.kind) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  private next(): ConnectionState {
    if (this.up === null) return { kind: 'connecting' };
    if (!this.up) return { kind: 'disconnected', since: this.now() };
    return this.topics.catchingUp() ? { kind: 'catchingUp' } : { kind: 'connected' };
  }
}
