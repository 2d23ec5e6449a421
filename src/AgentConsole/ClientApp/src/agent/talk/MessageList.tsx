import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/useText';
import { useNow } from '../../lib/clock';
import { formatDay, formatDate } from '../../lib/format';
import type { MessageRow } from '../../rows';
import { Empty } from '../../ui/Empty';
import { RefusalNote } from '../../ui/RefusalNote';
import { Bubble } from './Bubble';
import css from './talk.module.css';
import type { Outbox } from './useOutbox';

/** Nearer to the end than this, in pixels, counts as reading the end. */
const NEAR_END_PX = 80;

/** Newest at the bottom. It follows new messages only while the reader is at the end; nobody is torn from what they read. */
export function MessageList({ messages, outbox }: { messages: readonly MessageRow[]; outbox: Outbox }) {
  const text = useText();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const rows = [...messages].sort((a, b) => a.at.localeCompare(b.at));
  const count = rows.length + outbox.unsent.length;

  useEffect(() => {
    const element = box.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count]);

  return (
    <div ref={box} className={css.messages} role="log" aria-label={text('state.conversation')} tabIndex={0}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      }}>
      {count === 0 && <Empty icon="chat" title={text('conversation.empty')} />}
      {rows.map((row, index) => (
        <div key={row.id} className={css.line}>
          {formatDate(row.at) !== (rows[index - 1] ? formatDate(rows[index - 1]?.at ?? row.at) : formatDate(now)) && <div className={css.day}>{formatDay(row.at)}</div>}
          <Bubble row={row} />
        </div>
      ))}
      {outbox.unsent.map(({ message, sending, refusal }) => (
        <div key={message.messageId} className={`${css.bubble} ${css.mine} ${css.pending}`} data-testid="message-pending">
          <span className="pre">{message.text}</span>
          <span className={css.receipt}>{text(sending ? 'conversation.sending' : 'message.Refused')}</span>
          <RefusalNote refusal={refusal} />
          {!sending && (
            <span className="row">
              <Button size="compact-xs" variant="default" onClick={() => outbox.send(message)}>{text('conversation.resend')}</Button>
              <Button size="compact-xs" variant="subtle" onClick={() => outbox.drop(message)}>{text('app.cancel')}</Button>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
