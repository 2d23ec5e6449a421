import type { Hub } from '../transport/hub';
import type { Changed, Snapshot } from '../transport/topicState';
import type { World } from './world';

/** A wire to a world in memory, which can be cut. */
export class MockHub implements Hub {
  private readonly wires: ((up: boolean) => void)[] = [];
  private readonly subscribed = new Set<string>();
  private up = false;
  private changed: (message: Changed) => void = () => undefined;

  constructor(private readonly world: World) {
    world.onChange((message) => {
      if (this.up && this.subscribed.has(message.topic)) this.changed(message);
    });
  }

  subscribe = (topic: string): Promise<Snapshot> => {
    if (!this.up) return Promise.reject(new Error('wire is down'));
    this.subscribed.add(topic);
    return Promise.resolve(this.world.snapshot(topic));
  };

  unsubscribe = (topic: string): Promise<void> => {
    this.subscribed.delete(topic);
    return Promise.resolve();
  };

  onChanged(listener: (message: Changed) => void): void {
    this.changed = listener;
  }

  onRevoked(): void {
    // Nobody loses a right in this town.
  }

  onWire(listener: (up: boolean) => void): void {
    this.wires.push(listener);
  }

  start = (): void => this.set(true);
  stop = (): void => this.set(false);

  /** Cuts or mends the wire. */
  set(up: boolean): void {
    if (this.up === up) return;
    this.up = up;
    this.subscribed.clear();
    for (const listener of this.wires) listener(up);
  }
}
