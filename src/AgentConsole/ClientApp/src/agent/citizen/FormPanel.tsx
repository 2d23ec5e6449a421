import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../i18n/useText';
import type { Refusal } from '../../transport/problem';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './citizen.module.css';

interface Props {
  title: string; submit: string; testid: string; pending: boolean; refusal: Refusal | null; ready?: boolean;
  onSubmit: () => void; onCancel: () => void; children: ReactNode;
}

/** A small form in place, which never covers a call. Ctrl+Enter saves, Esc closes; the refusal stands beside the button. */
export function FormPanel({ title, submit, testid, pending, refusal, ready = true, onSubmit, onCancel, children }: Props) {
  const text = useText();
  const possible = ready && !pending;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.ctrlKey && possible) onSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.panel} role="group" aria-label={title} data-testid={testid} onKeyDown={onKeyDown}>
      <h3>{title}</h3>
      {children}
      <div className="row">
        <Button loading={pending} disabled={!ready} onClick={onSubmit} data-testid={`${testid}-save`} title="Ctrl+Enter">{submit}</Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>{text('app.cancel')}</Button>
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
