import type { TransferKind } from '../../words';

export interface Target { kind: TransferKind; value: string }

const kinds: Record<string, TransferKind> = { agent: 'Agent', queue: 'Queue', extension: 'Extension', outside: 'Outside' };
/** A directory number inside the building; longer ones leave it. */
const EXTENSION_DIGITS = 5;

/** A directory row's target, such as `extension:4210`. */
export function parseTarget(target: string | null): Target | null {
  const [name = '', ...rest] = (target ?? '').split(':');
  const kind = kinds[name];
  const value = rest.join(':');
  return kind && value ? { kind, value } : null;
}

/** A number typed by hand. Short codes such as 153 and 444 xxxx stay as dialled. */
export function dialled(query: string): Target | null {
  const digits = query.replace(/[\s()-]/g, '');
  if (!/^\+?\d{3,15}$/.test(digits)) return null;
  return { kind: digits.length <= EXTENSION_DIGITS && digits.length > 3 ? 'Extension' : 'Outside', value: digits };
}
