import type { Api } from './transport/api';
import { FetchApi } from './transport/fetchApi';
import type { Hub } from './transport/hub';
import { SignalrHub } from './transport/signalrHub';

export interface Wiring {
  api: Api;
  /** A hub per session. @param lost called when connecting keeps failing. */
  createHub: (lost: () => void) => Hub;
}

/** `?mock` plays a small town without a server, in development builds only; a production bundle does not contain it. */
export async function createWiring(): Promise<Wiring> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('mock')) {
    const { createMockWiring } = await import('./mock/mockWiring');
    return createMockWiring();
  }
  return { api: new FetchApi(), createHub: (lost) => new SignalrHub(lost) };
}
