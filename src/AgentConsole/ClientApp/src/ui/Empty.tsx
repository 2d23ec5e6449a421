import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import css from './ui.module.css';

/** Nothing here, said plainly; never a blank area that might be a fault. */
export function Empty({ icon, title, children }: { icon?: IconName; title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      {icon && <Icon name={icon} size={22} />}
      <p>{title}</p>
      {children}
    </div>
  );
}
