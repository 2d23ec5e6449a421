import type { Text } from './useText';

/** Who did something; what nobody did by hand was done by the system. */
export const whoWords = (who: string, text: Text): string => (who === 'system' ? text('who.system') : who);
