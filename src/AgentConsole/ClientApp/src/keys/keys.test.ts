import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tr } from '../i18n/tr';
import { comboOf } from './combo';
import { Keyboard } from './keyboard';
import { keymap, type KeyAction } from './keymap';

const actions = Object.keys(keymap) as KeyAction[];
const press = (key: string, more: Partial<KeyboardEvent> = {}) => comboOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the keymap', () => {
  it('gives no key to two actions that can be on one page', () => {
    for (const page of ['agent', 'supervisor', 'unit'] as const) {
      const combos = actions.filter((action) => keymap[action].scope === page || keymap[action].scope === 'everywhere').flatMap((action) => [...keymap[action].combos]);
      expect(combos.filter((combo, index) => combos.indexOf(combo) !== index)).toEqual([]);
    }
  });

  it('has words for every action', () => {
    expect(actions.filter((action) => !(action in tr))).toEqual([]);
  });

  it('leaves the browser its own keys', () => {
    const taken = ['ctrl+t', 'ctrl+w', 'ctrl+n', ...Array.from({ length: 9 }, (_, digit) => `alt+${digit + 1}`)];
    expect(actions.flatMap((action) => [...keymap[action].combos]).filter((combo) => taken.includes(combo))).toEqual([]);
  });
});

describe('a key press', () => {
  it('is one key for i, ı, İ and I', () => {
    expect(['i', 'ı', 'İ', 'I'].map((key) => press(key, { altKey: true }))).toEqual(Array(4).fill('alt+i'));
  });

  it('counts Shift only where nothing is printed', () => {
    expect([press('?', { shiftKey: true }), press('Enter', { ctrlKey: true }), press('Tab', { shiftKey: true })]).toEqual(['?', 'ctrl+enter', 'shift+tab']);
  });
});

describe('the keyboard', () => {
  let keys: Keyboard;
  const on = (html: string): HTMLElement => {
    document.body.innerHTML = html;
    return document.body.firstElementChild as HTMLElement;
  };
  const type = (target: HTMLElement, key: string, more: KeyboardEventInit = {}, timeStamp = 10_000): void => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    target.dispatchEvent(event);
  };

  beforeEach(() => {
    keys = new Keyboard();
    window.addEventListener('keydown', keys.handle);
  });
  afterEach(() => window.removeEventListener('keydown', keys.handle));

  it('leaves plain keys to a text field and takes Alt keys from it', () => {
    const accept = vi.fn();
    keys.register('offer.accept', accept);
    const field = on('<textarea></textarea>');
    type(field, 'Enter');
    expect(accept).not.toHaveBeenCalled();
    type(field, 'Enter', { altKey: true });
    expect(accept).toHaveBeenCalledTimes(1);
  });

  it('does not accept an offer with an Enter that was meant for a button under a moving hand', () => {
    const accept = vi.fn();
    keys.register('offer.accept', accept);
    const button = on('<button></button>');
    type(button, 'Tab', {}, 10_000);
    type(button, 'Enter', {}, 10_200);
    expect(accept).not.toHaveBeenCalled();
    type(button, 'Enter', {}, 12_000);
    expect(accept).toHaveBeenCalledTimes(1);
  });

  it('leaves keys to an open menu', () => {
    const decline = vi.fn();
    keys.register('offer.decline', decline);
    type(on('<div role="menu"></div>'), 'Escape');
    expect(decline).not.toHaveBeenCalled();
  });

  it('gives the newest handler the key, and the older one again when it has gone', () => {
    const [older, newer] = [vi.fn(), vi.fn()];
    keys.register('case.new', older);
    const leave = keys.register('case.new', newer);
    type(on('<p></p>'), 'c', { altKey: true });
    leave();
    type(on('<p></p>'), 'c', { altKey: true });
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 1]);
  });
});
