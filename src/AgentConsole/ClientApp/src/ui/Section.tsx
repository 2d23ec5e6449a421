import type { ReactNode } from 'react';
import css from './ui.module.css';

interface Props { title: string; count?: number | undefined; aside?: ReactNode; children: ReactNode; grow?: boolean }

export function Section({ title, count, aside, children, grow = false }: Props) {
  return (
    <section className={`${css.section} ${grow ? css.sectionGrow : ''}`} aria-label={title}>
      <header className={css.sectionHead}>
        <h2>{title}</h2>
        {count !== undefined && <span className="num dim">{count}</span>}
        {aside && <span className="end">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
