import { Button, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../i18n/useText';
import type { Refusal } from '../transport/problem';
import { RefusalNote } from '../ui/RefusalNote';
import css from './unit.module.css';

interface Props {
  label: string; hint?: string; submit: string; value: string; onChange: (value: string) => void; pending: boolean; refusal: Refusal | null;
  onSubmit: () => void; onCancel: () => void; testid: string; children?: ReactNode;
}

/** One text and one decision. Ctrl+Enter sends, Esc closes; what was written stays. */
export function PanelForm({ label, hint, submit, value, onChange, pending, refusal, onSubmit, onCancel, testid, children }: Props) {
  const text = useText();
  const ready = value.trim() !== '' && !pending;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.ctrlKey && ready) onSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.panel} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {children}
      <Textarea label={label} description={hint} value={value} onChange={(event) => onChange(event.currentTarget.value)} minRows={2} maxRows={8} autosize autoFocus data-testid={`${testid}-text`} />
      <div className="row">
        <Button loading={pending} disabled={!ready} onClick={onSubmit} data-testid={`${testid}-confirm`} rightSection={<kbd className={css.kbd}>Ctrl+Enter</kbd>}>{submit}</Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>{text('app.cancel')}</Button>
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
