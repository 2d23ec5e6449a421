import { useText } from '../i18n/useText';
import { useSigned } from '../transport/context';
import { useRow, useRows } from '../transport/useTopic';
import { Empty } from '../ui/Empty';
import css from './agent.module.css';
import { ContactColumn } from './ContactColumn';
import { LeftColumn } from './left/LeftColumn';
import { RightColumn } from './RightColumn';
import { useAnnouncer } from './useAnnouncer';
import { useSelection } from './useSelection';

/** Three columns that never move: my contacts, the contact, the citizen. */
export function AgentPage() {
  const { session } = useSigned();
  const text = useText();
  const topic = session.agent ? (`agent:${session.agent}` as const) : null;
  const me = useRow(topic, 'me', session.agent);
  const offers = useRows(topic, 'offer');
  const contacts = useRows(topic, 'contact');
  const tasks = useRows(topic, 'task');
  const offer = offers[0];
  const { selected, select } = useSelection(contacts, offer);
  const announcement = useAnnouncer(offer);

  if (!topic) return <Empty icon="lock" title={text('signin.noRole')} />;
  const contact = contacts.find((row) => row.id === selected);
  const shown = contact?.id ?? (offer && offer.contactId === selected ? offer.contactId : null);
  return (
    <div className={css.columns}>
      <LeftColumn me={me} offer={offer} contacts={contacts} tasks={tasks} selected={selected} onSelect={select} />
      <ContactColumn key={`middle ${shown ?? ''}`} me={me} contact={contact} offer={offer} contactId={shown} />
      <RightColumn key={`right ${shown ?? ''}`} contact={contact} contactId={shown} />
      <div className="srOnly" aria-live={announcement.urgent ? 'assertive' : 'polite'}>{announcement.words}</div>
    </div>
  );
}
