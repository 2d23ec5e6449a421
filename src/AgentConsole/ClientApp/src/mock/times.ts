import type { Instant } from '../ids';

const MINUTE = 60_000;
const start = Date.now();

/** Instants around the moment the page was opened. */
export const minutes = (from: number): Instant => new Date(start + from * MINUTE).toISOString() as Instant;
export const hours = (from: number): Instant => minutes(from * 60);
export const days = (from: number): Instant => hours(from * 24);
export const nowInstant = (): Instant => new Date().toISOString() as Instant;
