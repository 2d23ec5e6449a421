import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import type { Refusal } from '../transport/problem';
import { RefusalNote } from './RefusalNote';
import css from './ui.module.css';

interface Props {
  label: string; submit: string; testid: string; pending: boolean; refusal: Refusal | null; ready: boolean;
  onSubmit: () => void; onCancel: () => void; children: ReactNode; extra?: ReactNode;
}

/** One or two fields in a line. Enter saves, Esc closes; the refusal stands beside the button. */
export function InlineForm({ label, submit, testid, pending, refusal, ready, onSubmit, onCancel, children, extra }: Props) {
  const text = useText();
  return (
    <form className={css.inline} aria-label={label} data-testid={testid}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}>
      {children}
      <Button type="submit" loading={pending} disabled={!ready} data-testid={`${testid}-save`} title="Enter">{submit}</Button>
      {extra}
      <Button variant="subtle" color="gray" onClick={onCancel}>{text('app.cancel')}</Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
