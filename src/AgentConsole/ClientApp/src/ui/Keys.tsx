import { keysShown } from '../keys/combo';
import { combosOf, type KeyAction } from '../keys/keymap';
import css from './ui.module.css';

/** The keys of an action as caps. By default its first combo. */
export function Keys({ action, all = false }: { action: KeyAction; all?: boolean }) {
  const combos = all ? combosOf(action) : combosOf(action).slice(0, 1);
  return (
    <span className={css.keys} aria-hidden={all ? undefined : true}>
      {combos.map((combo) => (
        <span key={combo} className={css.combo}>
          {keysShown(combo).map((key) => <kbd key={key} className={css.kbd}>{key}</kbd>)}
        </span>
      ))}
    </span>
  );
}
