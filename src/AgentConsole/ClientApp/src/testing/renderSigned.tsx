import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { setupTexts } from '../i18n/setup';
import { keyboard } from '../keys/keyboard';
import { MockHub } from '../mock/mockHub';
import { session } from '../mock/session';
import { World } from '../mock/world';
import type { ActionRequest, Api, Posted } from '../transport/api';
import { Connection } from '../transport/connection';
import { SignedContext } from '../transport/context';
import type { Answer } from '../transport/problem';
import { TopicStore } from '../transport/topicStore';

const done: Answer<Posted> = { ok: true, value: { seq: 1 } };

/** What jsdom lacks and Mantine asks for. */
function browserParts(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }));
  vi.stubGlobal('ResizeObserver', class { observe = (): void => undefined; unobserve = (): void => undefined; disconnect = (): void => undefined; });
}

/** A part of a page under a session, with the real topic store, the real keyboard and a town in memory. */
export async function renderSigned(part: ReactNode, answer: (request: ActionRequest) => Answer<Posted> = () => done, world = new World()) {
  browserParts();
  await setupTexts();
  const posted: ActionRequest[] = [];
  const post: Api['post'] = (request) => {
    posted.push(request);
    return Promise.resolve(answer(request));
  };
  const never = (): never => {
    throw new Error('not part of this test');
  };
  const hub = new MockHub(world);
  const topics = new TopicStore(hub);
  const connection = new Connection(hub, topics, Date.now);
  const api: Api = { session: never, signIn: never, signOut: never, read: never, readCsv: never, post };
  hub.start();
  window.addEventListener('keydown', keyboard.handle);
  const view = render(
    <MantineProvider env="test"><SignedContext value={{ api, topics, connection, session, signOut: never }}>{part}</SignedContext></MantineProvider>,
  );
  return { ...view, posted, world, hub };
}

export function leave(): void {
  cleanup();
  window.removeEventListener('keydown', keyboard.handle);
  localStorage.clear();
  vi.unstubAllGlobals();
}
