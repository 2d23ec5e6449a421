import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import type { MeRow, MyContactRow, OfferRow } from '../rows';
import { useRow } from '../transport/useTopic';
import css from './agent.module.css';
import { CallPanel } from './call/CallPanel';
import { ContactHead } from './ContactHead';
import { DangerBand } from './DangerBand';
import { Idle } from './Idle';
import { OfferPreview } from './OfferPreview';
import { TalkPanel } from './talk/TalkPanel';
import { WrapUpPanel } from './wrapup/WrapUpPanel';

interface Props { me: MeRow | undefined; contact: MyContactRow | undefined; offer: OfferRow | undefined; contactId: ContactId | null }

/** The middle: the contact itself, in the shape its state asks for. */
export function ContactColumn({ me, contact, offer, contactId }: Props) {
  const text = useText();
  const row = useRow(contactId ? `contact:${contactId}` : null, 'contact', contactId);
  return (
    <section className={`${css.column} ${css.middle}`} aria-label={text('agent.contact')}>
      {contact ? (
        <>
          {contact.priority === 'P1' && <DangerBand contact={contact} />}
          <ContactHead contact={contact} row={row} />
          <Body contact={contact} row={row} />
        </>
      ) : (
        offer && offer.contactId === contactId ? <OfferPreview offer={offer} /> : <Idle me={me} />
      )}
    </section>
  );
}

function Body({ contact, row }: { contact: MyContactRow; row: ReturnType<typeof useRow<`contact:${string}`, 'contact'>> }) {
  if (contact.state === 'wrapUp') return <WrapUpPanel contact={contact} row={row} />;
  switch (contact.medium) {
    case 'Call':
      return <CallPanel contact={contact} row={row} />;
    case 'Conversation':
      return <TalkPanel contact={contact} row={row} />;
  }
}
