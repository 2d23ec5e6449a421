import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { useSigned } from '../transport/context';
import { Icon } from '../ui/Icon';
import { requestCase } from './caseform/caseRequests';
import css from './note.module.css';
import { suggestServices } from './suggest';
import { useKey } from '../keys/useKey';
import { Keys } from '../ui/Keys';

const SHOWN = 3;

/** Services the note seems to be about, with documents and unit; one press turns one into a case. */
export function Assist({ contactId, words }: { contactId: ContactId; words: string }) {
  const text = useText();
  const { session } = useSigned();
  const found = useMemo(() => suggestServices(session.pack.services, words, SHOWN), [session.pack.services, words]);
  const unitName = (id: string | null): string => session.pack.units.find((unit) => unit.id === id)?.name ?? '';
  const [first] = found;
  useKey('assist.first', () => first && requestCase(contactId, first.id), first !== undefined);
  return (
    <aside className={css.assist} aria-label={text('assist.title')}>
      <h3>{text('assist.title')} {first && <Keys action="assist.first" />}</h3>
      {found.length === 0 && <p className="dim">{text('assist.empty')}</p>}
      {found.map((service) => (
        <article key={service.id} className={css.suggestion}>
          <strong>{service.name}</strong>
          <span className="dim small">{unitName(service.unit)}</span>
          <span className="small">
            <span className="dim">{text('assist.documents')}: </span>
            {service.documents.length > 0 ? service.documents.join(', ') : text('assist.noDocuments')}
          </span>
          <Button size="compact-xs" variant="light" leftSection={<Icon name="plus" size={12} />} onClick={() => requestCase(contactId, service.id)}>
            {text('assist.open')}
          </Button>
        </article>
      ))}
    </aside>
  );
}
