import { useState } from 'react';
import { useText } from '../i18n/useText';
import { IncidentForm } from '../incident/IncidentForm';
import type { ContactRow } from '../rows';
import { ActionButton } from '../ui/ActionButton';
import { Badge } from '../ui/Badge';
import css from './agent.module.css';
import { SubjectForm } from './SubjectForm';

type Panel = 'subject' | 'incident';

/** For whom somebody calls and about which incident: said once, seen by all who get this contact. */
export function ContactTags({ row }: { row: ContactRow }) {
  const text = useText();
  const [panel, setPanel] = useState<Panel | null>(null);
  const toggle = (wanted: Panel) => (): void => setPanel(panel === wanted ? null : wanted);
  const close = (): void => setPanel(null);
  return (
    <>
      <div className={css.tags}>
        {row.subjects.length > 0 && (
          <span className="rowTight wrap" data-testid="subjects">
            <span className="dim">{text('subject.list')}:</span>
            {row.subjects.map((subject, index) => <span key={index} title={subject.note ?? undefined}><Badge tone="accent">{subject.name ?? subject.note ?? text('subject.unnamed')}</Badge></span>)}
          </span>
        )}
        {row.incident && <span className="rowTight" data-testid="incident"><span className="dim">{text('call.incident')}:</span> <Badge tone="soon">{row.incident}</Badge></span>}
        <span className={`${css.tagButtons} end`}>
          <ActionButton action="subject.add" size="compact-xs" variant="subtle" icon="people" testid="subject-add" aria-expanded={panel === 'subject'} onRun={toggle('subject')} />
          <ActionButton action="incident.tag" size="compact-xs" variant="subtle" icon="megaphone" testid="incident-tag" aria-expanded={panel === 'incident'} onRun={toggle('incident')} />
        </span>
      </div>
      {panel === 'subject' && <SubjectForm contact={row.id} onDone={close} />}
      {panel === 'incident' && <IncidentForm contact={row.id} incident={row.incident} onDone={close} />}
    </>
  );
}
