import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../i18n/useText';
import type { KeyAction } from '../keys/keymap';
import { Keys } from './Keys';
import css from './ui.module.css';

/** The tooltip every action has: what it does and its key. */
export function KeyTip({ action, label, children }: { action: KeyAction; label?: string; children: ReactElement }) {
  const text = useText();
  return (
    <Tooltip label={<span className={css.tip}>{label ?? text(action)} <Keys action={action} /></span>}>
      {children}
    </Tooltip>
  );
}
