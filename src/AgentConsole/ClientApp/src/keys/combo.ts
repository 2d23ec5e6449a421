import { fold } from '../lib/fold';

/** The part of a keyboard event that a combo is made of. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * A key press as the keymap writes it: `alt+h`, `ctrl+enter`, `?`. Letters are folded, so that İ, I, ı and i are one
 * key on a Turkish keyboard; Shift counts only with keys that print nothing.
 */
export function comboOf(event: KeyPress): string {
  const printing = event.key.length === 1;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && !printing) parts.push('shift');
  parts.push(printing ? fold(event.key) : event.key.toLowerCase());
  return parts.join('+');
}

const names: Record<string, string> = {
  ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Esc',
  arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→',
};

/** The keys of a combo as printed on a keyboard. */
export const keysShown = (combo: string): string[] =>
  combo.split('+').map((part) => names[part] ?? part.toLocaleUpperCase('tr-TR'));

const ariaNames: Record<string, string> = {
  ctrl: 'Control', alt: 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Escape', arrowup: 'ArrowUp', arrowdown: 'ArrowDown',
};

/** For aria-keyshortcuts. */
export const ariaKeys = (combos: readonly string[]): string =>
  combos.map((combo) => combo.split('+').map((part) => ariaNames[part] ?? part.toUpperCase()).join('+')).join(' ');
