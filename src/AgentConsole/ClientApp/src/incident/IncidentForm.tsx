import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { tagIncident } from '../actions/tagIncident';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { InlineForm } from '../ui/InlineForm';

/** A burst main makes a hundred people call; one label ties them together. For the agent and the supervisor alike. */
export function IncidentForm({ contact, incident, onDone }: { contact: ContactId; incident: string | null; onDone: () => void }) {
  const text = useText();
  const tag = useAction(tagIncident);
  const [label, setLabel] = useState(incident ?? '');
  const save = async (wanted: string | null): Promise<void> => {
    if ((await tag.run(contact, wanted)).ok) onDone();
  };
  return (
    <InlineForm label={text('incident.tag')} submit={text('incident.save')} testid="incident-form" pending={tag.pending} refusal={tag.refusal} ready={label.trim() !== ''}
      onSubmit={() => void save(label.trim())} onCancel={onDone}
      extra={incident && <Button variant="default" disabled={tag.pending} onClick={() => void save(null)} data-testid="incident-clear">{text('incident.clear')}</Button>}>
      <TextInput className="grow" autoFocus placeholder={text('incident.placeholder')} aria-label={text('incident.label')} value={label}
        onChange={(event) => setLabel(event.currentTarget.value)} data-testid="incident-label" />
    </InlineForm>
  );
}
