import { Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { transferContact } from '../../actions/transferContact';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import { useDraft } from '../../lib/useDraft';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { RefusalNote } from '../../ui/RefusalNote';
import { DirectoryItem } from './DirectoryItem';
import { dialled, parseTarget, type Target } from './target';
import css from './transfer.module.css';
import { DIRECTORY_LIMIT, useDirectory } from './useDirectory';

interface Choice { key: string; label: string; target: Target | null }

/** The directory over the call, not in front of it: type, Enter, gone. Ctrl+Enter asks the other side first. */
export function TransferPanel({ contact, onClose }: { contact: ContactId; onClose: () => void }) {
  const text = useText();
  const transfer = useAction(transferContact);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [note, setNote, clearNote] = useDraft(contact, 'transferNote', '');
  const { found, total, loading } = useDirectory(query);
  const number = dialled(query);
  const choices: Choice[] = [
    ...found.map((row) => ({ key: row.id, label: row.name, target: parseTarget(row.target) })),
    ...(number ? [{ key: 'dial', label: number.value, target: number }] : []),
  ];
  const current = Math.min(at, choices.length - 1);

  const go = async (choice: Choice | undefined, attended: boolean): Promise<void> => {
    if (!choice?.target) return;
    const answer = await transfer.run(contact, { ...choice.target, label: choice.label, note: note.trim() || undefined, attended });
    if (!answer.ok) return;
    clearNote();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') void go(choices[current], event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={css.panel} aria-label={text('transfer.title')}>
      <div className={css.field} onKeyDown={onKeyDown}>
        <Icon name="search" />
        <input autoFocus value={query} placeholder={text('transfer.search')} aria-label={text('transfer.search')} data-testid="directory-search"
          role="combobox" aria-expanded aria-controls="directory-list" aria-activedescendant={choices[current] && `directory-${choices[current].key}`}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }} />
        <span className="dim small">{text('transfer.hint')}</span>
      </div>
      <div id="directory-list" role="listbox" aria-label={text('transfer.title')} className={css.list}>
        {found.map((row, index) => (
          <DirectoryItem key={row.id} row={row} active={index === current} pending={transfer.pending}
            onPick={(attended) => void go(choices[index], attended)} onHover={() => setAt(index)} />
        ))}
        {number && (
          <button type="button" id="directory-dial" role="option" aria-selected={current === choices.length - 1} className={css.item} onClick={() => void go(choices.at(-1), false)}>
            <Icon name="phone" /> {text('transfer.dial', { number: number.value })}
          </button>
        )}
        {!loading && choices.length === 0 && <Empty title={text('transfer.empty')} />}
        {total > DIRECTORY_LIMIT && <p className={css.more}>{text('app.more', { count: total - DIRECTORY_LIMIT })}</p>}
      </div>
      <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} placeholder={text('transfer.note')} aria-label={text('transfer.note')}
        minRows={1} maxRows={3} autosize className={css.note} />
      <RefusalNote refusal={transfer.refusal} />
    </section>
  );
}
