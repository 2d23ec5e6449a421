import { useSyncExternalStore } from 'react';

/** A difference smaller than this is the header's own rounding. */
const SKEW_FLOOR_MS = 2_000;

const TICK_MS = 1_000;

let skewMs = 0;
let tick = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Takes the server's Date header, so that running times do not depend on this computer's clock. */
export function setServerTime(header: string | null): void {
  const server = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  skewMs = Math.abs(difference) < SKEW_FLOOR_MS ? 0 : difference;
}

/** Now as the server sees it, in milliseconds since 1970. */
export const serverNow = (): number => Date.now() + skewMs;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    tick = serverNow();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's now, once a second; every running time on the page ticks together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    // Before the first tick of a new timer the last value may be old; it is renewed once and then kept.
    if (timer === undefined && Math.abs(serverNow() - tick) > TICK_MS) tick = serverNow();
    return tick;
  });
}
