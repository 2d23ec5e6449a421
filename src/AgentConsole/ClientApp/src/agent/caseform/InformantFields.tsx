import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useText } from '../../i18n/useText';
import { capacities, type Capacity } from '../../words';
import type { CaseDraft } from './caseDraft';
import css from './caseform.module.css';

const informants = capacities.filter((each) => each !== 'Self');

/** Who told us, when that is neither the applicant nor the one who needs help. */
export function InformantFields({ draft, onChange }: { draft: CaseDraft; onChange: (change: Partial<CaseDraft>) => void }) {
  const text = useText();
  return (
    <div className="stack">
      <Switch label={text('caseForm.informant')} checked={draft.informed} onChange={(event) => onChange({ informed: event.currentTarget.checked })} data-testid="case-informant" />
      {draft.informed && (
        <div className={css.three}>
          <TextInput placeholder={text('caseForm.informantName')} aria-label={text('caseForm.informantName')} value={draft.informantName}
            onChange={(event) => onChange({ informantName: event.currentTarget.value })} data-testid="case-informant-name" />
          <TextInput placeholder={text('caseForm.informantPhone')} aria-label={text('caseForm.informantPhone')} value={draft.informantPhone} inputMode="tel"
            onChange={(event) => onChange({ informantPhone: event.currentTarget.value })} data-testid="case-informant-phone" />
          <NativeSelect size="xs" aria-label={text('caseForm.informantCapacity')} value={draft.informantCapacity} onChange={(event) => onChange({ informantCapacity: event.currentTarget.value as Capacity })}
            data={informants.map((value) => ({ value, label: text(`capacity.${value}`) }))} data-testid="case-informant-capacity" />
        </div>
      )}
    </div>
  );
}
