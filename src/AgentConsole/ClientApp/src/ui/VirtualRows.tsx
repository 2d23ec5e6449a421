import { useState, type ReactNode } from 'react';
import css from './ui.module.css';

/** Rows drawn beyond the edge, so that a fast wheel shows no blank. */
const OVERSCAN = 8;
/** Drawn before the height is known: a tall screen full. */
const FIRST_SCREEN_PX = 900;

interface Props<T> {
  items: readonly T[]; rowHeight: number; rowKey: (item: T) => string; label: string; role?: 'list' | 'listbox' | 'rowgroup'; empty: ReactNode;
  children: (item: T, index: number) => ReactNode;
}

/** A list of any length that draws only what is seen. Every row has one height, so nothing is measured and nothing jumps. */
export function VirtualRows<T>({ items, rowHeight, rowKey, label, role = 'list', empty, children }: Props<T>) {
  const [view, setView] = useState({ top: 0, height: FIRST_SCREEN_PX });
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  const measure = (element: HTMLDivElement): void => setView({ top: element.scrollTop, height: element.clientHeight });
  if (items.length === 0) return <div className={css.virtual}>{empty}</div>;
  return (
    <div className={css.virtual} tabIndex={0} role="group" aria-label={label} onScroll={(event) => measure(event.currentTarget)}>
      <div role={role} style={{ height: items.length * rowHeight, position: 'relative' }}>
        {items.slice(first, last).map((item, index) => (
          <div key={rowKey(item)} role={role === 'list' ? 'listitem' : 'presentation'} aria-setsize={role === 'list' ? items.length : undefined} aria-posinset={role === 'list' ? first + index + 1 : undefined}
            style={{ position: 'absolute', insetInline: 0, top: (first + index) * rowHeight, height: rowHeight }}>
            {children(item, first + index)}
          </div>
        ))}
      </div>
    </div>
  );
}
