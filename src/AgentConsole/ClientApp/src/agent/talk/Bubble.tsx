import { useText } from '../../i18n/useText';
import { formatTime } from '../../lib/format';
import type { MessageRow } from '../../rows';
import { Icon } from '../../ui/Icon';
import type { MessageStatus } from '../../words';
import css from './talk.module.css';

const bad: readonly MessageStatus[] = ['Refused', 'Failed', 'InDoubt'];

/** One message with its receipt in words; what did not arrive is never shown as if it had. */
export function Bubble({ row }: { row: MessageRow }) {
  const text = useText();
  const mine = row.direction === 'Outbound';
  const failed = row.status !== null && bad.includes(row.status);
  return (
    <div className={`${css.bubble} ${mine ? css.mine : css.theirs} ${failed ? css.failed : ''}`} data-testid={`message-${row.id}`}>
      <span className="srOnly">{mine ? (row.by ?? '') : text('conversation.citizen')}: </span>
      <span className="pre">{row.text}</span>
      <span className={`${css.receipt} num`}>
        {row.template && <span>{text('conversation.template')} · </span>}
        {mine && row.by && <span>{row.by} · </span>}
        {formatTime(row.at)}
        {mine && row.status && <span className={css.status}> · {failed && <Icon name="alert" size={12} />} {text(`message.${row.status}`)}</span>}
      </span>
      {failed && row.statusReason && <span className={css.reason}>{row.statusReason}</span>}
    </div>
  );
}
