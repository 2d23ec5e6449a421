import type { Answer } from './problem';
import type { Session } from './session';

/** An action as data: where it goes and what it says. The key is minted once, so that a retry is the same command. */
export interface ActionRequest { path: string; body: unknown }

export interface Posted { seq?: number; caseId?: string; /** The call that an outbound action began. */ contactId?: string; /** Why an opened case could not be sent to the unit. */ escalation?: string | null }

/** What is done, over plain HTTP. */
export interface Api {
  session(): Promise<Answer<Session>>;
  signIn(user: string, password: string): Promise<Answer<Session>>;
  signOut(): Promise<void>;
  /** Retries a lost answer with the same key; resolves when the change is durable or refused. */
  post(request: ActionRequest, key: string): Promise<Answer<Posted>>;
  read<T>(path: string): Promise<Answer<T>>;
  /** The same reading as a CSV file. */
  readCsv(path: string): Promise<Answer<Blob>>;
}
