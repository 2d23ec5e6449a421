import { backoffMs } from './backoff';
import type { Posted } from './api';
import { readProblem, type Answer } from './problem';

/** A command whose answer was lost is sent again this often before the console says so; the key makes it harmless. */
export const POST_ATTEMPTS = 6;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function retryAfterMs(response: Response, attempt: number): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1000 : backoffMs(attempt, Math.random);
}

/** Sends until there is an answer. Only silence and 503 are tried again; a refusal is an answer. */
export async function retrying(send: () => Promise<Response>, pause = wait): Promise<Answer<Posted>> {
  let unavailable: Answer<Posted> | null = null;
  for (let attempt = 1; attempt <= POST_ATTEMPTS; attempt++) {
    const response = await send().catch(() => null);
    if (response?.ok) {
      return { ok: true, value: (await response.json().catch(() => ({}))) as Posted };
    }
    if (response) {
      const refusal = await readProblem(response);
      if (response.status !== 503) return { ok: false, refusal };
      unavailable = { ok: false, refusal };
    }
    if (attempt < POST_ATTEMPTS) await pause(response ? retryAfterMs(response, attempt) : backoffMs(attempt, Math.random));
  }
  return unavailable ?? { ok: false, refusal: { status: 0, code: 'client.offline', detail: '' } };
}
