import type { Api } from './api';

/** The same API, telling when the server no longer knows the session, wherever that is first seen. */
export function guarded(api: Api, ended: () => void): Api {
  const watch = <T extends { ok: boolean; refusal?: { status: number } }>(answer: T): T => {
    if (!answer.ok && answer.refusal?.status === 401) ended();
    return answer;
  };
  return {
    session: () => api.session(),
    signIn: (user, password) => api.signIn(user, password),
    signOut: () => api.signOut(),
    post: async (request, key) => watch(await api.post(request, key)),
    read: async (path) => watch(await api.read(path)),
    readCsv: async (path) => watch(await api.readCsv(path)),
  };
}
