import { TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { identifyCitizen, type Identity } from '../../actions/identifyCitizen';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import { isIdentityNumber } from '../../lib/identity';
import { useDraft } from '../../lib/useDraft';
import type { CitizenRow } from '../../rows';
import css from './citizen.module.css';
import { FormPanel } from './FormPanel';
import { LanguageField } from './LanguageField';

type Written = Omit<Identity, 'identityNumber'>;
const nothing: Written = {};
const groups = ['elderly', 'disabled', 'pregnant', 'alone', 'bedridden', 'veteran'] as const;

/** What the citizen tells about themselves. The number is never kept on this computer; the rest is a draft until it is saved. */
export function IdentityForm({ citizen, onDone }: { citizen: CitizenRow; onDone: () => void }) {
  const text = useText();
  const identify = useAction(identifyCitizen);
  const [written, write, clear] = useDraft<Written>(citizen.id, 'identity', nothing);
  const [number, setNumber] = useState('');
  const wrong = number !== '' && !isIdentityNumber(number);
  // A number half typed is not wrong yet.
  const complain = wrong && number.length >= 11;

  const close = (): void => {
    clear();
    onDone();
  };
  const save = async (): Promise<void> => {
    const name = written.name?.trim();
    const language = written.language?.trim();
    const answer = await identify.run(citizen.id, { ...written, name: name === '' ? undefined : name, language: language === '' ? undefined : language, identityNumber: number === '' ? undefined : number });
    if (answer.ok) close();
  };
  return (
    <FormPanel title={text('identity.title')} submit={text('app.save')} testid="identity-form" pending={identify.pending} refusal={identify.refusal} ready={!wrong}
      onSubmit={() => void save()} onCancel={close}>
      <TextInput label={text('identity.name')} value={written.name ?? citizen.name} autoFocus onChange={(event) => write({ ...written, name: event.currentTarget.value })} data-testid="identity-name" />
      <div className={css.two}>
        <TextInput label={text('identity.number')} description={complain ? undefined : citizen.identityMasked ? text('identity.numberHint', { masked: citizen.identityMasked }) : text('identity.numberNone')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={number} inputMode="numeric" autoComplete="off" maxLength={11} error={complain ? text('identity.numberWrong') : undefined}
          onChange={(event) => setNumber(event.currentTarget.value.replace(/\D/g, ''))} data-testid="identity-number" />
        <LanguageField label={text('identity.language')} value={written.language ?? citizen.language ?? ''} onChange={(language) => write({ ...written, language })} testid="identity-language" />
      </div>
      <TagsInput label={text('identity.groups')} placeholder={text('identity.groupsHint')} value={written.priorityGroups ?? citizen.priorityGroups} size="xs"
        data={groups.map((group) => text(`identity.group.${group}`))} onChange={(priorityGroups) => write({ ...written, priorityGroups })} data-testid="identity-groups" />
    </FormPanel>
  );
}
