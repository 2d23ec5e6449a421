import { SegmentedControl, TextInput } from '@mantine/core';
import { useText } from '../../i18n/useText';
import type { CaseDraft } from './caseDraft';
import css from './caseform.module.css';

/** Many call for somebody else; then the case is about that person. */
export function BeneficiaryFields({ draft, onChange }: { draft: CaseDraft; onChange: (change: Partial<CaseDraft>) => void }) {
  const text = useText();
  return (
    <div className="stack">
      <SegmentedControl aria-label={text('caseForm.for')} value={draft.forOther ? 'other' : 'self'} onChange={(value) => onChange({ forOther: value === 'other' })}
        data={[{ value: 'self', label: text('caseForm.forSelf') }, { value: 'other', label: text('caseForm.forOther') }]} />
      {draft.forOther && (
        <div className={css.two}>
          <TextInput placeholder={text('caseForm.beneficiaryName')} aria-label={text('caseForm.beneficiaryName')} value={draft.beneficiaryName} onChange={(event) => onChange({ beneficiaryName: event.currentTarget.value })} />
          <TextInput placeholder={text('caseForm.beneficiaryPhone')} aria-label={text('caseForm.beneficiaryPhone')} value={draft.beneficiaryPhone} inputMode="tel" onChange={(event) => onChange({ beneficiaryPhone: event.currentTarget.value })} />
        </div>
      )}
    </div>
  );
}
