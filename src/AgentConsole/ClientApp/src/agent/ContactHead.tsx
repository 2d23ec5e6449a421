import { useText } from '../i18n/useText';
import { formatTime } from '../lib/format';
import type { ContactRow, MyContactRow } from '../rows';
import { Badge } from '../ui/Badge';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Elapsed } from '../ui/Elapsed';
import { Icon } from '../ui/Icon';
import { PriorityMark } from '../ui/PriorityMark';
import css from './agent.module.css';
import { CapacitySelect } from './CapacitySelect';
import { ContactTags } from './ContactTags';
import { stateKey } from './stateKey';

export function ContactHead({ contact, row }: { contact: MyContactRow; row: ContactRow | undefined }) {
  const text = useText();
  const live = contact.medium === 'Call' || contact.state === 'wrapUp';
  return (
    <>
      <div className={css.head}>
        <ChannelIcon channel={contact.channel} size={18} />
        {contact.confidential && <span title={text('citizen.confidentialHint')}><Icon name="lock" label={text('citizen.confidential')} /></span>}
        <h2 className="clip" title={contact.who}>{contact.who}</h2>
        <Badge tone={contact.medium === 'Call' && contact.state === 'talking' ? 'talk' : contact.state === 'held' ? 'soon' : 'neutral'}>
          {text(stateKey(contact))}
        </Badge>
        <PriorityMark priority={contact.priority} />
        {live && <span className="end strong" title={text('call.since')}><Elapsed from={contact.since} /></span>}
      </div>
      <div className={css.meta}>
        <span>{text('offer.queue')}: <b>{contact.queueName}</b></span>
        {row && <span>{row.line ? `${text('call.line')}:` : text('call.arrived')} <b>{row.line}</b> <span className="num">{formatTime(row.arrivedAt)}</span></span>}
        {row && contact.medium === 'Call' && <span>{text(row.recording ? 'call.recording' : 'call.notRecorded')}</span>}
        <CapacitySelect contact={contact.id} capacity={row?.capacity ?? 'Unknown'} />
      </div>
      {row && <ContactTags row={row} />}
      {row?.transferNote && <p className={css.transferNote}><b>{text('call.transferNote')}:</b> {row.transferNote}</p>}
    </>
  );
}
