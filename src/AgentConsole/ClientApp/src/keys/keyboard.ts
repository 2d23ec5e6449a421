import { comboOf } from './combo';
import { combosOf, keymap, type KeyAction } from './keymap';

type Handler = () => void;

/** A key pressed this long after the last one belongs to the same movement of the hand. */
const SAME_MOVEMENT_MS = 500;

const TEXT_FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const OWN_KEYS = '[role=dialog], [role=menu], [role=listbox]';
const CONTROL = 'button, a[href], [role=option], [role=radio], summary';

const isPlain = (combo: string): boolean => !combo.startsWith('alt+') && !combo.startsWith('ctrl+');

/**
 * One listener for all keys. The newest handler of an action wins. A plain key is left to text fields and open menus,
 * and Enter is left to a control that the user is just working with, so that an offer that arrives under a moving
 * hand is not accepted by it.
 */
export class Keyboard {
  private readonly handlers = new Map<KeyAction, Handler[]>();
  private lastPress = 0;

  register(action: KeyAction, handler: Handler): () => void {
    const stack = this.handlers.get(action) ?? [];
    this.handlers.set(action, [...stack, handler]);
    return () => this.handlers.set(action, (this.handlers.get(action) ?? []).filter((each) => each !== handler));
  }

  handle = (event: KeyboardEvent): void => {
    const rhythm = event.timeStamp - this.lastPress < SAME_MOVEMENT_MS;
    this.lastPress = event.timeStamp;
    if (event.defaultPrevented || event.isComposing) return;
    const combo = comboOf(event);
    const handler = this.find(combo);
    if (!handler || this.belongsElsewhere(combo, event.target, rhythm)) return;
    event.preventDefault();
    event.stopPropagation();
    handler();
  };

  /** For the palette: runs an action as if its key had been pressed; false when nothing on screen answers to it. */
  run(action: KeyAction): boolean {
    const handler = this.handlers.get(action)?.at(-1);
    handler?.();
    return handler !== undefined;
  }

  available = (): KeyAction[] =>
    [...this.handlers].filter(([, stack]) => stack.length > 0).map(([action]) => action);

  private find(combo: string): Handler | undefined {
    for (const action of Object.keys(keymap) as KeyAction[]) {
      const handler = this.handlers.get(action)?.at(-1);
      if (handler && combosOf(action).includes(combo)) return handler;
    }
    return undefined;
  }

  private belongsElsewhere(combo: string, target: EventTarget | null, rhythm: boolean): boolean {
    if (!(target instanceof Element)) return false;
    if (target.closest(OWN_KEYS)) return combo !== 'ctrl+k';
    if (!isPlain(combo)) return false;
    if (target.closest(TEXT_FIELD)) return true;
    return combo === 'enter' && rhythm && target.closest(CONTROL) !== null;
  }
}

export const keyboard = new Keyboard();
