import type { ReactNode } from 'react';
import css from './ui.module.css';

export type BadgeTone = 'neutral' | 'accent' | 'ok' | 'soon' | 'late' | 'talk' | 'danger';

export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`${css.badge} ${css[`badge-${tone}`] ?? ''}`}>{children}</span>;
}
