import { useEffect, useEffectEvent } from 'react';
import { keyboard } from './keyboard';
import type { KeyAction } from './keymap';

/** Answers to an action's key while mounted and enabled. */
export function useKey(action: KeyAction, handler: () => void, enabled = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => (enabled ? keyboard.register(action, () => run()) : undefined), [action, enabled]);
}
