import { describe, expect, it } from 'vitest';
import { World } from '../mock/world';
import { applyChange, fromSnapshot, type Changed, type TopicState } from './topicState';

/** A small seeded generator, so that a failure names its seed and comes back. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const plain = (state: TopicState): unknown =>
  Object.fromEntries([...state.kinds].filter(([, rows]) => rows.size > 0).map(([kind, rows]) => [kind, Object.fromEntries([...rows].sort())]).sort());

describe('a topic', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('snapshot plus changes equals a fresh snapshot, seed %i', (seed) => {
    const next = random(seed);
    const pick = (count: number): number => Math.floor(next() * count);
    const world = new World();
    let state = fromSnapshot(world.snapshot('t'));
    world.onChange((message) => {
      const step = applyChange(state, message);
      if (step.kind !== 'applied') throw new Error(step.kind);
      state = step.state;
    });
    for (let turn = 0; turn < 120; turn++) {
      const changes = Array.from({ length: 1 + pick(4) }, () => ({
        kind: `k${pick(3)}`, id: `r${pick(12)}`, row: pick(4) === 0 ? null : { value: pick(1000) },
      }));
      world.change('t', ...changes);
    }
    expect(plain(state)).toEqual(plain(fromSnapshot(world.snapshot('t'))));
  });

  const base = fromSnapshot({ topic: 't', seq: 5, rows: [{ kind: 'a', id: '1', row: { v: 1 } }, { kind: 'b', id: '1', row: { v: 1 } }] });
  const message = (prev: number, seq: number): Changed => ({ topic: 't', prev, seq, changes: [{ kind: 'a', id: '1', row: null }] });

  it('ignores what its snapshot already holds', () => {
    expect(applyChange(base, message(4, 5)).kind).toBe('old');
  });

  it('sees a gap when the previous number is not the last one seen', () => {
    expect(applyChange(base, message(6, 7)).kind).toBe('gap');
  });

  it('keeps the identity of kinds that a change does not touch', () => {
    const step = applyChange(base, message(5, 6));
    if (step.kind !== 'applied') throw new Error(step.kind);
    expect(step.state.kinds.get('b')).toBe(base.kinds.get('b'));
    expect(step.state.kinds.get('a')?.size).toBe(0);
    expect(base.kinds.get('a')?.size).toBe(1);
  });
});
