/** Waits between attempts to reconnect, in milliseconds; the last one repeats for ever. */
const STEPS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000] as const;
const LAST_MS = 8_000;
/** So that a hundred consoles do not knock at the same instant after a restart. */
const JITTER = 0.3;

export function backoffMs(attempt: number, random: () => number): number {
  const base = STEPS_MS[attempt] ?? LAST_MS;
  return Math.round(base * (1 + JITTER * (random() - 0.5)));
}
