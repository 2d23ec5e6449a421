import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import type { MeRow, MyContactRow, OfferRow, TaskRow } from '../../rows';
import { Empty } from '../../ui/Empty';
import { Section } from '../../ui/Section';
import css from '../agent.module.css';
import { inOrder } from '../useSelection';
import { ContactItem } from './ContactItem';
import { OfferCard } from './OfferCard';
import { PresenceBar } from './PresenceBar';
import { TaskItem } from './TaskItem';
import { TodayCard } from './TodayCard';

interface Props {
  me: MeRow | undefined; offer: OfferRow | undefined; contacts: readonly MyContactRow[]; tasks: readonly TaskRow[];
  selected: ContactId | null; onSelect: (id: ContactId) => void;
}

export function LeftColumn({ me, offer, contacts, tasks, selected, onSelect }: Props) {
  const text = useText();
  const promises = [...tasks].sort((a, b) => a.due.localeCompare(b.due));
  return (
    <section className={`${css.column} ${css.left}`} aria-label={text('agent.work')}>
      <PresenceBar me={me} contacts={contacts} selected={selected} />
      {/* The slot keeps its height, so that an offer moves nothing when it comes or goes. */}
      <div className={css.slot}>
        {offer ? <OfferCard key={offer.id} offer={offer} onSelect={onSelect} /> : <TodayCard me={me} />}
      </div>
      <Section title={text('agent.myContacts')} count={contacts.length} grow>
        <div className={css.list}>
          {inOrder(contacts).map((row) => (
            <ContactItem key={row.id} row={row} selected={row.id === selected} onSelect={onSelect} />
          ))}
          {contacts.length === 0 && <Empty title={text('agent.noContacts')} />}
        </div>
      </Section>
      {promises.length > 0 && (
        <Section title={text('agent.tasks')} count={promises.length}>
          <div className={css.tasks}>{promises.map((row) => <TaskItem key={row.id} row={row} />)}</div>
        </Section>
      )}
    </section>
  );
}
