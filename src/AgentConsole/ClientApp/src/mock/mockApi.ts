import type { ActionRequest, Api, Posted } from '../transport/api';
import type { Answer } from '../transport/problem';
import type { Session } from '../transport/session';
import { answers, type Body } from './answers';
import { report } from './report';
import { session } from './session';
import type { World } from './world';

/** As long as a durable answer takes on a slow day. */
const LATENCY_MS = 120;

export class MockApi implements Api {
  constructor(private readonly world: World, private signedIn: boolean) {}

  session = (): Promise<Answer<Session>> =>
    Promise.resolve(this.signedIn ? { ok: true, value: session } : { ok: false, refusal: { status: 401, code: 'session.invalid', detail: '' } });

  signIn = (_user: string, password: string): Promise<Answer<Session>> => {
    this.signedIn = password !== 'yanlis';
    return this.session();
  };

  signOut = (): Promise<void> => {
    this.signedIn = false;
    return Promise.resolve();
  };

  post = async (request: ActionRequest): Promise<Answer<Posted>> => {
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    const [, area = '', id = '', ...verb] = request.path.slice(4).split('/');
    const answer = answers[`${area}.${verb.join('.') || id}`];
    answer?.(this.world, id, request.body as Body);
    return { ok: true, value: { seq: 1 } };
  };

  read = <T>(): Promise<Answer<T>> => Promise.resolve({ ok: true, value: report as T });
  readCsv = (): Promise<Answer<Blob>> => Promise.resolve({ ok: true, value: new Blob(['']) });
}
