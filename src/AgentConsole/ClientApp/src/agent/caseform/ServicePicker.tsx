import { Select } from '@mantine/core';
import { useText } from '../../i18n/useText';
import { search } from '../../lib/fold';
import { useSigned } from '../../transport/context';
import css from './caseform.module.css';

/** More than this nobody reads; another letter narrows it. */
const SHOWN = 40;

/** Services while typing, folded: "gida", "GIDA" and "gıda" are one. Undecided is an answer too. */
export function ServicePicker({ value, focus, onChange }: { value: string; focus: boolean; onChange: (id: string) => void }) {
  const text = useText();
  const { services } = useSigned().session.pack;
  const chosen = services.find((each) => each.id === value);
  return (
    <div>
      <Select label={text('caseForm.service')} placeholder={text('caseForm.servicePlaceholder')} value={value || null} autoFocus={focus} openOnFocus={false} clearable onChange={(id) => onChange(id ?? '')} searchable data-testid="case-service"
        data={services.map((each) => ({ value: each.id, label: each.name }))}
        filter={({ options, search: query, limit }) => search(options.flatMap((option) => ('group' in option ? option.items : [option])), query, (option) => option.label, Math.min(limit, SHOWN))}
        nothingFoundMessage={text('app.nothingFound')} maxDropdownHeight={260} />
      {chosen && chosen.documents.length > 0 && (
        <p className={css.documents}><span className="dim">{text('caseForm.documents')}:</span> {chosen.documents.join(', ')}</p>
      )}
    </div>
  );
}
