import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import type { MyContactRow } from '../../rows';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { Elapsed } from '../../ui/Elapsed';
import { Icon } from '../../ui/Icon';
import { PriorityMark } from '../../ui/PriorityMark';
import { stateKey } from '../stateKey';
import { WindowBadge } from '../talk/WindowBadge';
import css from './left.module.css';

interface Props { row: MyContactRow; selected: boolean; onSelect: (id: ContactId) => void }

export function ContactItem({ row, selected, onSelect }: Props) {
  const text = useText();
  return (
    <button type="button" className={`${css.item} ${row.medium === 'Call' ? css.call : ''}`} aria-current={selected} data-testid={`contact-${row.id}`} onClick={() => onSelect(row.id)}>
      <span className={css.itemIcon}><ChannelIcon channel={row.channel} /></span>
      <span className={css.itemBody}>
        <span className="row">
          {row.confidential && <Icon name="lock" size={13} label={text('citizen.confidential')} />}
          <span className="clip strong grow">{row.who}</span>
          {row.unread > 0 && <span className={css.unread} aria-label={text('conversation.unread', { count: row.unread })}>{row.unread}</span>}
          <Elapsed from={row.since} className="small dim" />
        </span>
        <span className="row small dim">
          <span className="clip grow"><span className={row.medium === 'Call' && row.state === 'talking' ? css.talking : ''}>{text(stateKey(row))}</span> · {row.transferTo ?? row.queueName}</span>
          <PriorityMark priority={row.priority} />
          {row.windowUntil && <WindowBadge until={row.windowUntil} />}
        </span>
      </span>
    </button>
  );
}
