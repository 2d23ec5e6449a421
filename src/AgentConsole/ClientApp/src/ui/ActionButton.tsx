import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import { ariaKeys } from '../keys/combo';
import { combosOf, type KeyAction } from '../keys/keymap';
import { useKey } from '../keys/useKey';
import { Icon, type IconName } from './Icon';
import { Keys } from './Keys';
import { KeyTip } from './KeyTip';

interface Props extends Omit<ButtonProps, 'leftSection' | 'loading'> {
  action: KeyAction;
  onRun: () => void;
  label?: string;
  icon?: IconName;
  pending?: boolean;
  /** Shows the key on the button itself, for the one or two actions that matter most. */
  showKey?: boolean;
  testid?: string;
  type?: 'button' | 'submit';
  children?: ReactNode;
}

/** A button and its key are one thing: the same handler, the same moment of being possible. */
export function ActionButton({ action, onRun, label, icon, pending = false, showKey = false, testid, disabled, ...rest }: Props) {
  const text = useText();
  const possible = !disabled && !pending;
  useKey(action, onRun, possible);
  const words = label ?? text(action);
  return (
    <KeyTip action={action} label={words}>
      <Button
        variant="default" {...rest} loading={pending} disabled={disabled ?? false} onClick={onRun} data-testid={testid}
        leftSection={icon && <Icon name={icon} size={15} />} aria-keyshortcuts={ariaKeys(combosOf(action))}
        rightSection={showKey && <Keys action={action} />}
      >
        {words}
      </Button>
    </KeyTip>
  );
}
