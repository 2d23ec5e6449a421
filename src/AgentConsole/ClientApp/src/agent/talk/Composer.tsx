import { Button, Checkbox } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/useText';
import { newMessageId } from '../../ids';
import { useKey } from '../../keys/useKey';
import { useNow } from '../../lib/clock';
import { useDraft } from '../../lib/useDraft';
import type { ContactRow, MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import css from './talk.module.css';
import { smsParts } from './smsParts';
import { mayWrite } from './window';
import { TemplatePicker } from './TemplatePicker';
import type { Outbox } from './useOutbox';

interface Props { contact: MyContactRow; row: ContactRow; outbox: Outbox }

/** The reply. Outside WhatsApp's window it offers what may still be sent: an approved template, or SMS. */
export function Composer({ contact, row, outbox }: Props) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords, clear] = useDraft(contact.id, 'reply', '');
  const [viaSms, setViaSms] = useState(false);
  const [templates, setTemplates] = useState(false);
  const open = mayWrite(row, useNow());
  const free = open || viaSms;
  const sms = viaSms || contact.channel === 'Sms';
  useKey('message.focus', () => field.current?.focus());

  const send = (): void => {
    const body = words.trim();
    if (!body || !free) return;
    outbox.send({ messageId: newMessageId(), text: body, viaSms: viaSms || undefined });
    clear();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={css.composer}>
      {!open && <p className={css.closed} role="status"><Icon name="clock" size={14} /> {text(row.channel === 'WhatsApp' ? 'conversation.closed' : 'conversation.readOnly')}</p>}
      {templates && <TemplatePicker outbox={outbox} onClose={() => setTemplates(false)} />}
      <textarea ref={field} value={words} rows={2} disabled={!free} placeholder={text('conversation.input')} aria-label={text('conversation.input')}
        data-testid="message-input" onChange={(event) => setWords(event.currentTarget.value)} onKeyDown={onKeyDown} />
      <div className="row">
        <ActionButton action="message.templates" icon="template" testid="message-templates" label={text('conversation.template')} variant={templates ? 'light' : 'default'} onRun={() => setTemplates((was) => !was)} />
        {contact.channel !== 'Sms' && (
          <Checkbox label={text('conversation.viaSms')} checked={viaSms} onChange={(event) => setViaSms(event.currentTarget.checked)} data-testid="message-sms" />
        )}
        {sms && words && <span className="dim small num">{text('conversation.parts', { count: smsParts(words) })}</span>}
        <span className="end" />
        <Button onClick={send} disabled={!free || !words.trim()} leftSection={<Icon name="send" size={14} />} rightSection={<kbd className={css.enter}>Enter</kbd>} data-testid="message-send">
          {text('message.send')}
        </Button>
      </div>
    </div>
  );
}
