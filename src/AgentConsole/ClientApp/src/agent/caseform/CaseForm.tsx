import { Button, NativeSelect, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { openCase } from '../../actions/openCase';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import { useDraft } from '../../lib/useDraft';
import type { MyContactRow } from '../../rows';
import { useSigned } from '../../transport/context';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { priorities, type Priority } from '../../words';
import { BeneficiaryFields } from './BeneficiaryFields';
import { emptyDraft, toNewCase, type CaseDraft } from './caseDraft';
import css from './caseform.module.css';
import { InformantFields } from './InformantFields';
import { PlaceFields } from './PlaceFields';
import { ServicePicker } from './ServicePicker';

interface Props {
  contact: MyContactRow; service: string | undefined;
  /** The contact's note, which often already says what the case is about. */
  note: string;
  /** True when a person asked for the form just now, so that it may take the focus. */
  focus: boolean; onClose: () => void;
  /** @param escalation the code of why the unit does not have it, or null when all went well. */
  onOpened: (escalation: string | null) => void;
}

/** A case in one form: what, where, how urgent, and to which unit, posted as one action. */
export function CaseForm({ contact, service, note, focus, onClose, onOpened }: Props) {
  const text = useText();
  const { services, units } = useSigned().session.pack;
  const open = useAction(openCase);
  const [written, setStored, clear] = useDraft<CaseDraft>(contact.id, 'case', emptyDraft);
  // A draft from before an update lacks the newer fields.
  const stored = { ...emptyDraft, ...written };
  const [tried, setTried] = useState(false);
  const unitOf = (id: string): string => services.find((each) => each.id === id)?.unit ?? '';
  // A suggested service fills only what nobody has chosen yet.
  const draft = service && !stored.service ? { ...stored, service, description: stored.description || note, escalateTo: stored.escalateTo || unitOf(service) } : stored;
  const set = (change: Partial<CaseDraft>): void => setStored({ ...draft, ...change });
  const secret = services.find((each) => each.id === draft.service)?.confidential === true;
  const missing = draft.description.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const answer = await open.run(contact.id, toNewCase(draft));
    if (!answer.ok) return;
    clear();
    onOpened(answer.value.escalation ?? null);
  };

  return (
    <form className={css.form} data-testid="case-form" aria-label={text('caseForm.title')} onSubmit={(event) => {
      event.preventDefault();
      void submit();
    }}>
      <div className="row">
        <h3>{text('caseForm.title')}</h3>
        <Button className="end" variant="subtle" color="gray" onClick={onClose}>{text('app.close')}</Button>
      </div>
      <ServicePicker focus={focus} value={draft.service} onChange={(id) => set({ service: id, escalateTo: unitOf(id) })} />
      <Textarea label={text('caseForm.description')} value={draft.description} onChange={(event) => set({ description: event.currentTarget.value })}
        rightSection={note && !draft.description && <Button size="compact-xs" variant="subtle" onClick={() => set({ description: note })}>{text('caseForm.fromNote')}</Button>} rightSectionWidth={84}
        minRows={3} maxRows={8} autosize error={tried && missing ? text('caseForm.descriptionMissing') : undefined} data-testid="case-description" />
      <PlaceFields place={draft.place} onChange={(place) => set({ place })} />
      <BeneficiaryFields draft={draft} onChange={set} />
      <InformantFields draft={draft} onChange={set} />
      <div className={css.two}>
        <NativeSelect size="xs" label={text('caseForm.priority')} value={draft.priority} onChange={(event) => set({ priority: event.currentTarget.value as Priority })}
          data={priorities.map((value) => ({ value, label: text(`priority.${value}`) }))} data-testid="case-priority" />
        <Switch className={css.switch} label={text('caseForm.confidential')} description={text('caseForm.confidentialHint')} checked={draft.confidential || secret} disabled={secret}
          onChange={(event) => set({ confidential: event.currentTarget.checked })} data-testid="case-confidential" />
      </div>
      <NativeSelect size="xs" label={text('caseForm.escalateTo')} value={draft.escalateTo} onChange={(event) => set({ escalateTo: event.currentTarget.value })}
        data={[{ value: '', label: text('caseForm.noEscalation') }, ...units.map((unit) => ({ value: unit.id, label: unit.name }))]} data-testid="case-escalate-to" />
      {draft.escalateTo && <Textarea label={text('caseForm.note')} value={draft.note} minRows={1} maxRows={4} autosize onChange={(event) => set({ note: event.currentTarget.value })} />}
      <RefusalNote refusal={open.refusal} />
      <ActionButton action="case.submit" icon="check" variant="filled" size="sm" showKey pending={open.pending} testid="case-open"
        label={text(draft.escalateTo ? 'caseForm.openAndEscalate' : 'caseForm.open')} onRun={() => void submit()} />
    </form>
  );
}
