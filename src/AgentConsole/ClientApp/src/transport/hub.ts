import type { Changed, Snapshot } from './topicState';

/** What the topic store needs of a wire. The real one is SignalR; tests and the demo bring their own. */
export interface Hub {
  /** Rejects with a {@link TopicForbidden} when the topic may not be seen, otherwise when the wire is down. */
  subscribe(topic: string): Promise<Snapshot>;
  unsubscribe(topic: string): Promise<void>;
  onChanged(listener: (message: Changed) => void): void;
  onRevoked(listener: (topic: string) => void): void;
  /** Called with true on every (re)connection, with false when the wire is lost. */
  onWire(listener: (up: boolean) => void): void;
  start(): void;
  stop(): void;
}

export class TopicForbidden extends Error {
  constructor(topic: string) {
    super(`topic.forbidden: ${topic}`);
    this.name = 'TopicForbidden';
  }
}
