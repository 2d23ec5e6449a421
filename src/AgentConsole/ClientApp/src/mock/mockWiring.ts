import type { Wiring } from '../wiring';
import { MockApi } from './mockApi';
import { MockHub } from './mockHub';
import { play } from './play';
import { World } from './world';

/** `?mock` signs anybody in; `&stage=` chooses the moment: idle, offer, call, wrapup, talk, danger. */
export function createMockWiring(): Wiring {
  const world = new World();
  const stage = new URLSearchParams(location.search).get('stage') ?? 'offer';
  play(world, stage);
  return {
    api: new MockApi(world, stage !== 'signin'),
    createHub: () => {
      const hub = new MockHub(world);
      if (stage === 'lost') setTimeout(() => hub.set(false), 600);
      return hub;
    },
  };
}
