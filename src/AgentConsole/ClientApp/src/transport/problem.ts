/** A refusal: a value with a stable code and one Turkish sentence. Not an exception, and shown beside its cause. */
export interface Refusal {
  status: number;
  code: string;
  /** The server's sentence; empty when it gave none, and then the pack's `error.{code}` is used. */
  detail: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

interface ProblemDetails { status?: number; code?: string; detail?: string }

const isProblem = (value: unknown): value is ProblemDetails => typeof value === 'object' && value !== null;

export async function readProblem(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null);
  const problem = isProblem(body) ? body : {};
  return { status: response.status, code: problem.code ?? `http.${response.status}`, detail: problem.detail ?? '' };
}
