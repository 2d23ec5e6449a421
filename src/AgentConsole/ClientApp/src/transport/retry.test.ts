import { describe, expect, it, vi } from 'vitest';
import { backoffMs } from './backoff';
import { POST_ATTEMPTS, retrying } from './retry';

const now = (): Promise<void> => Promise.resolve();
const problem = (status: number, code: string): Response => new Response(JSON.stringify({ code, detail: 'Cümle.' }), { status });

describe('posting', () => {
  it('sends again when the answer was lost', async () => {
    const send = vi.fn<() => Promise<Response>>().mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce(new Response('{"seq":7}'));
    expect(await retrying(send, now)).toEqual({ ok: true, value: { seq: 7 } });
  });

  it('takes a refusal for an answer', async () => {
    const send = vi.fn(() => Promise.resolve(problem(409, 'offer.not_pending')));
    expect(await retrying(send, now)).toEqual({ ok: false, refusal: { status: 409, code: 'offer.not_pending', detail: 'Cümle.' } });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('waits as long as the server asks', async () => {
    const pauses: number[] = [];
    const busy = new Response('{}', { status: 503, headers: { 'Retry-After': '3' } });
    const send = vi.fn<() => Promise<Response>>().mockResolvedValueOnce(busy).mockResolvedValueOnce(new Response('{}'));
    await retrying(send, (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    });
    expect(pauses).toEqual([3000]);
  });

  it('gives up in the end and says that nobody was there', async () => {
    const send = vi.fn(() => Promise.reject(new Error('lost')));
    const answer = await retrying(send, now);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'client.offline' } });
    expect(send).toHaveBeenCalledTimes(POST_ATTEMPTS);
  });
});

describe('the backoff', () => {
  it('tries at once, then ever more rarely, and never stops', () => {
    const waits = Array.from({ length: 40 }, (_, attempt) => backoffMs(attempt, () => 0.5));
    expect(waits[0]).toBe(0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(8000);
  });
});
