import { useText, type Text } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import { formatDate } from '../../lib/format';
import type { CitizenRow, MyContactRow } from '../../rows';
import { useRows, useTopicStatus } from '../../transport/useTopic';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import css from './citizen.module.css';
import { CitizenActions } from './CitizenActions';
import { Facts } from './Facts';
import { Verification } from './Verification';

/** Who this is, as this contact may see them: initials until the questions are answered. */
export function CitizenCard({ contactId, contact }: { contactId: ContactId; contact: MyContactRow | undefined }) {
  const text = useText();
  const topic = `card:${contactId}` as const;
  const [citizen] = useRows(topic, 'citizen');
  const status = useTopicStatus(topic);
  if (!citizen) return <Empty icon="user" title={text(status === 'loading' ? 'app.loading' : 'citizen.none')} />;
  return (
    <div className={css.card}>
      <div className="row">
        <span className={css.avatar} aria-hidden>{contact?.confidential ? <Icon name="lock" /> : citizen.name.slice(0, 1)}</span>
        <div className="grow">
          <h2 className="clip" data-testid="citizen-name">{citizen.name}</h2>
          <div className="dim small">
            {known(citizen, text)}
          </div>
        </div>
        <Badge tone={citizen.verified ? 'ok' : 'soon'}>
          <Icon name={citizen.verified ? 'shield' : 'alert'} size={12} /> {text(citizen.verified ? 'citizen.verified' : 'citizen.unverified')}
        </Badge>
      </div>
      {citizen.safeContactWords && (
        <p className={css.safe} role="note" data-testid="safe-words">
          <Icon name="lock" size={16} /> <span><b>{text('citizen.safeTitle')}:</b> {citizen.safeContactWords}</span>
        </p>
      )}
      <Facts citizen={citizen} />
      {contact && <CitizenActions contact={contact} citizen={citizen} />}
      {!citizen.verified && contact && contact.state !== 'wrapUp' && <Verification contactId={contactId} questions={citizen.verificationQuestions} />}
    </div>
  );
}

/** How well we know each other; before the questions are answered that is not said, for "first contact" would be a guess. */
function known(citizen: CitizenRow, text: Text): string {
  if (!citizen.verified) return text('citizen.historyClosed');
  return citizen.contactCount > 0 && citizen.lastContactAt
    ? text('citizen.contacts', { count: citizen.contactCount, date: formatDate(citizen.lastContactAt) })
    : text('citizen.firstContact');
}
