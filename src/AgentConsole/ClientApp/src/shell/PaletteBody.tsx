import { useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import type { Page } from './pages';
import css from './shell.module.css';
import { usePaletteItems, type PaletteItem } from './usePaletteItems';

export function PaletteBody({ pages, onDone }: { pages: Page[]; onDone: () => void }) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const items = usePaletteItems(pages, query);
  const current = Math.min(at, items.length - 1);

  const run = (item: PaletteItem | undefined): void => {
    if (!item) return;
    onDone();
    // After the dialog has closed, so that the action may take the focus.
    setTimeout(item.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') run(items[current]);
    else return;
    event.preventDefault();
  };

  return (
    <div onKeyDown={onKeyDown}>
      <div className={css.paletteField}>
        <Icon name="search" />
        <input data-autofocus value={query} placeholder={text('palette.placeholder')} aria-label={text('palette.placeholder')}
          role="combobox" aria-expanded aria-controls="palette-list" aria-activedescendant={items[current]?.id}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }} />
      </div>
      <div id="palette-list" role="listbox" aria-label={text('palette.title')} className={css.paletteList}>
        {items.map((item, index) => (
          <div key={item.id} role="presentation">
            {item.group !== items[index - 1]?.group && <div className={css.paletteGroup} role="presentation">{item.group}</div>}
            <div id={item.id} role="option" aria-selected={index === current} className={css.paletteItem}
              onMouseMove={() => setAt(index)} onClick={() => run(item)}>
              <span className="clip">{item.label}</span>
              <span className="dim small clip">{item.hint}</span>
              {item.action && <span className="end"><Keys action={item.action} /></span>}
            </div>
          </div>
        ))}
        {items.length === 0 && <p className={css.paletteEmpty}>{text('app.nothingFound')}</p>}
      </div>
    </div>
  );
}
