import { Button } from '@mantine/core';
import { recordVerification } from '../../actions/recordVerification';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './citizen.module.css';

/** The pack's questions, and the two answers that may be recorded. */
export function Verification({ contactId, questions }: { contactId: ContactId; questions: string[] }) {
  const text = useText();
  const verify = useAction(recordVerification);
  return (
    <div className={css.verify} role="group" aria-label={text('citizen.unverified')}>
      <p className="small">{text('citizen.unverifiedLead')}</p>
      <ol>{questions.map((question) => <li key={question}>{question}</li>)}</ol>
      <div className="row">
        <ActionButton action="citizen.verify" icon="shield" label={text('citizen.passed')} showKey testid="verify-passed" pending={verify.pending} onRun={() => void verify.run(contactId, true)} />
        <Button variant="subtle" color="gray" disabled={verify.pending} onClick={() => void verify.run(contactId, false)} data-testid="verify-failed">{text('citizen.failed')}</Button>
      </div>
      <RefusalNote refusal={verify.refusal} />
    </div>
  );
}
