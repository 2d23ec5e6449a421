import { TextInput } from '@mantine/core';
import { useText } from '../../i18n/useText';
import { useDraft } from '../../lib/useDraft';
import type { ContactRow, MyContactRow } from '../../rows';
import { NoteAndAssist } from '../NoteAndAssist';
import { CallbackForm } from './CallbackForm';
import { OutcomeGrid } from './OutcomeGrid';
import { WrapUpLeft } from './WrapUpLeft';
import css from './wrapup.module.css';

/** After the contact: how it ended, what was promised, done. */
export function WrapUpPanel({ contact, row }: { contact: MyContactRow; row: ContactRow | undefined }) {
  const text = useText();
  const [category, setCategory] = useDraft(contact.id, 'category', '');
  return (
    <>
      <section className={css.panel} data-testid="wrapup" aria-label={text('wrapup.title')}>
        <div className="row">
          <h3>{text('wrapup.outcome')}</h3>
          {contact.wrapUpUntil && <WrapUpLeft until={contact.wrapUpUntil} />}
          <TextInput className="end" w={220} placeholder={text('wrapup.category')} aria-label={text('wrapup.category')} value={category} onChange={(event) => setCategory(event.currentTarget.value)} />
        </div>
        <OutcomeGrid contact={contact} category={category} hasCase={(row?.caseIds.length ?? 0) > 0} />
        <CallbackForm contact={contact} />
      </section>
      <NoteAndAssist contactId={contact.id} saved={row?.note ?? null} ready={row !== undefined} />
    </>
  );
}
