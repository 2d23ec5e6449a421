import { describe, expect, it, vi } from 'vitest';
import { MockHub } from '../mock/mockHub';
import { World } from '../mock/world';
import { Connection } from './connection';
import { TopicForbidden } from './hub';
import type { Changed, Snapshot } from './topicState';
import { TopicStore } from './topicStore';

const settled = (): Promise<void> => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
const nothing = (): void => undefined;

function desk() {
  const world = new World();
  const hub = new MockHub(world);
  const topics = new TopicStore(hub);
  const connection = new Connection(hub, topics, () => 42);
  const ids = (topic = 't'): string[] => [...(topics.entry(topic).state.kinds.get('k')?.keys() ?? [])];
  return { world, hub, topics, connection, ids };
}

describe('the topic store', () => {
  it('subscribes what was read before the wire came up', async () => {
    const { world, hub, topics, ids } = desk();
    world.put('t', 'k', 'a', {});
    topics.read('t', nothing);
    hub.start();
    await settled();
    expect(ids()).toEqual(['a']);
  });

  it('equals a fresh snapshot after any number of lost wires', async () => {
    const { world, hub, topics, ids } = desk();
    topics.read('t', nothing);
    for (let turn = 0; turn < 50; turn++) {
      hub.set(turn % 3 !== 0);
      world.put('t', 'k', `r${turn % 7}`, { turn });
      if (turn % 5 === 0) world.remove('t', 'k', `r${(turn + 3) % 7}`);
      await settled();
    }
    hub.set(true);
    await settled();
    expect(ids().sort()).toEqual(world.snapshot('t').rows.map((row) => row.id).sort());
  });

  it('says disconnected since when, then catching up, then connected', async () => {
    const { hub, topics, connection } = desk();
    topics.read('t', nothing);
    hub.start();
    await settled();
    const seen: string[] = [];
    connection.subscribe(() => seen.push(connection.get().kind));
    hub.set(false);
    expect(connection.get()).toEqual({ kind: 'disconnected', since: 42 });
    hub.set(true);
    await settled();
    expect(seen.slice(-3)).toEqual(['disconnected', 'catchingUp', 'connected']);
  });

  it('fetches a fresh snapshot when a change is missing', async () => {
    let changed: (message: Changed) => void = nothing;
    let wire: (up: boolean) => void = nothing;
    const answers: Snapshot[] = [
      { topic: 't', seq: 1, rows: [{ kind: 'k', id: 'a', row: {} }] },
      { topic: 't', seq: 9, rows: [{ kind: 'k', id: 'b', row: {} }] },
    ];
    const subscribe = vi.fn(() => Promise.resolve(answers.shift() ?? { topic: 't', seq: 0, rows: [] }));
    const topics = new TopicStore({
      subscribe, unsubscribe: () => Promise.resolve(), onChanged: (listener) => { changed = listener; }, onRevoked: nothing,
      onWire: (listener) => { wire = listener; }, start: nothing, stop: nothing,
    });
    topics.read('t', nothing);
    wire(true);
    await settled();
    changed({ topic: 't', prev: 7, seq: 8, changes: [] });
    await settled();
    expect(subscribe).toHaveBeenCalledTimes(2);
    expect([...(topics.entry('t').state.kinds.get('k')?.keys() ?? [])]).toEqual(['b']);
  });

  it('holds changes that overtake their snapshot', async () => {
    let changed: (message: Changed) => void = nothing;
    let wire: (up: boolean) => void = nothing;
    let answer: (snapshot: Snapshot) => void = nothing;
    const topics = new TopicStore({
      subscribe: () => new Promise((resolve) => { answer = resolve; }), unsubscribe: () => Promise.resolve(),
      onChanged: (listener) => { changed = listener; }, onRevoked: nothing, onWire: (listener) => { wire = listener; }, start: nothing, stop: nothing,
    });
    topics.read('t', nothing);
    wire(true);
    changed({ topic: 't', prev: 3, seq: 4, changes: [{ kind: 'k', id: 'old', row: null }] });
    changed({ topic: 't', prev: 4, seq: 5, changes: [{ kind: 'k', id: 'new', row: {} }] });
    answer({ topic: 't', seq: 4, rows: [{ kind: 'k', id: 'first', row: {} }] });
    await settled();
    expect(topics.entry('t').state.seq).toBe(5);
    expect([...(topics.entry('t').state.kinds.get('k')?.keys() ?? [])]).toEqual(['first', 'new']);
  });

  it('drops the rows of a topic whose right was lost', async () => {
    const { world, hub, topics } = desk();
    world.put('t', 'k', 'a', {});
    hub.subscribe = (topic) => Promise.reject(new TopicForbidden(topic));
    topics.read('t', nothing);
    hub.start();
    await settled();
    expect(topics.entry('t').status).toBe('forbidden');
    expect(topics.entry('t').state.kinds.size).toBe(0);
  });
});
