import { TopicForbidden, type Hub } from './hub';
import { TopicEntry } from './topicEntry';
import type { Changed } from './topicState';

/** A topic nobody reads any more is kept this long, so that flipping between two contacts costs no snapshot. */
const LINGER_MS = 15_000;
/** After a failed subscribe on a live wire the next try waits this long. */
const RETRY_MS = 1_000;

/**
 * Every topic the screen draws. After a reconnection each is subscribed anew, which is the only recovery there is:
 * a snapshot is always right, so nothing is ever patched up.
 */
export class TopicStore {
  private readonly entries = new Map<string, TopicEntry>();
  private readonly pendingListeners = new Set<() => void>();
  private up = false;

  constructor(private readonly hub: Hub) {
    hub.onChanged((message) => this.receive(message));
    hub.onRevoked((topic) => this.entries.get(topic)?.forbid());
    hub.onWire((up) => this.wire(up));
  }

  entry(topic: string): TopicEntry {
    let entry = this.entries.get(topic);
    if (!entry) {
      entry = new TopicEntry(topic);
      this.entries.set(topic, entry);
    }
    return entry;
  }

  /** Begins or continues to read a topic; the answer ends it. */
  read(topic: string, listener: () => void): () => void {
    const entry = this.entry(topic);
    entry.listeners.add(listener);
    if (++entry.readers === 1 && entry.status !== 'live' && this.up) void this.subscribe(entry);
    return () => {
      entry.listeners.delete(listener);
      if (--entry.readers === 0) setTimeout(() => this.dropIfUnread(entry), LINGER_MS);
    };
  }

  /** The topics that somebody reads. */
  onScreen(): TopicEntry[] {
    return [...this.entries.values()].filter((entry) => entry.readers > 0);
  }

  /** True while a topic on screen waits for its snapshot after a reconnection. */
  catchingUp(): boolean {
    for (const entry of this.entries.values()) if (entry.readers > 0 && entry.status === 'stale') return true;
    return false;
  }

  onCatchingUp(listener: () => void): () => void {
    this.pendingListeners.add(listener);
    return () => this.pendingListeners.delete(listener);
  }

  private receive(message: Changed): void {
    const entry = this.entries.get(message.topic);
    if (entry && !entry.receive(message)) void this.subscribe(entry);
  }

  private wire(up: boolean): void {
    this.up = up;
    for (const entry of this.entries.values()) {
      if (!up) entry.lose();
      else if (entry.readers > 0) void this.subscribe(entry);
      else this.entries.delete(entry.topic);
    }
    this.notify();
  }

  private async subscribe(entry: TopicEntry): Promise<void> {
    const attempt = entry.begin();
    this.notify();
    try {
      const snapshot = await this.hub.subscribe(entry.topic);
      if (attempt !== entry.attempt) return;
      if (!entry.settle(snapshot)) void this.subscribe(entry);
    } catch (error) {
      if (attempt !== entry.attempt) return;
      if (error instanceof TopicForbidden) entry.forbid();
      else if (this.up) setTimeout(() => this.up && attempt === entry.attempt && void this.subscribe(entry), RETRY_MS);
    }
    this.notify();
  }

  private dropIfUnread(entry: TopicEntry): void {
    if (entry.readers > 0 || this.entries.get(entry.topic) !== entry) return;
    this.entries.delete(entry.topic);
    // A lost unsubscribe costs the server nothing: the topic ends with the connection.
    if (this.up) this.hub.unsubscribe(entry.topic).catch(() => undefined);
  }

  private notify(): void {
    for (const listener of this.pendingListeners) listener();
  }
}
