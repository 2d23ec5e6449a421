import { setServerTime } from '../lib/clock';
import type { ActionRequest, Api, Posted } from './api';
import { readProblem, type Answer } from './problem';
import { retrying } from './retry';
import type { Session } from './session';

const offline = <T>(): Answer<T> => ({ ok: false, refusal: { status: 0, code: 'client.offline', detail: '' } });

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
  if (!response) return offline();
  if (!response.ok) return { ok: false, refusal: await readProblem(response) };
  return { ok: true, value: response.status === 204 ? (undefined as T) : ((await response.json()) as T) };
}

/** The Silo over HTTP. Holds the antiforgery token, which changes with every sign-in. */
export class FetchApi implements Api {
  private antiforgery = '';

  session = async (): Promise<Answer<Session>> => this.keep(await this.dated('/api/session'));

  signIn = async (user: string, password: string): Promise<Answer<Session>> =>
    this.keep(await this.dated('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user, password }),
    }));

  signOut = async (): Promise<void> => {
    await ask('/api/session', { method: 'DELETE', headers: { 'X-CSRF': this.antiforgery } });
  };

  post = (request: ActionRequest, key: string): Promise<Answer<Posted>> =>
    retrying(() =>
      fetch(request.path, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-CSRF': this.antiforgery },
        body: JSON.stringify(request.body),
      }));

  read = <T>(path: string): Promise<Answer<T>> => ask<T>(path, { headers: { Accept: 'application/json' } });

  readCsv = async (path: string): Promise<Answer<Blob>> => {
    const response = await fetch(path, { credentials: 'same-origin', headers: { Accept: 'text/csv' } }).catch(() => null);
    if (!response) return offline();
    return response.ok ? { ok: true, value: await response.blob() } : { ok: false, refusal: await readProblem(response) };
  };

  private keep(answer: Answer<Session>): Answer<Session> {
    if (answer.ok) this.antiforgery = answer.value.antiforgery ?? '';
    return answer;
  }

  /** The answer's Date header sets the clock that running times are counted by: a console's own may be minutes off. */
  private async dated(path: string, init?: RequestInit): Promise<Answer<Session>> {
    const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
    if (!response) return offline();
    setServerTime(response.headers.get('Date'));
    if (!response.ok) return { ok: false, refusal: await readProblem(response) };
    return { ok: true, value: (await response.json()) as Session };
  }
}
