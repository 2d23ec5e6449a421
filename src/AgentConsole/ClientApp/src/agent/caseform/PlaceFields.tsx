import { TextInput } from '@mantine/core';
import type { Place } from '../../actions/openCase';
import { useText } from '../../i18n/useText';
import css from './caseform.module.css';

const fields = ['district', 'neighbourhood', 'street', 'outerDoor', 'innerDoor', 'directions'] as const;

/** A place as people name it; every part may stay empty, because in an emergency "the old mill" is an address. */
export function PlaceFields({ place, onChange }: { place: Required<Place>; onChange: (place: Required<Place>) => void }) {
  const text = useText();
  return (
    <fieldset className={css.place}>
      <legend>{text('caseForm.place')}</legend>
      {fields.map((field) => (
        <TextInput key={field} className={css[field]} placeholder={text(`caseForm.${field}`)} aria-label={text(`caseForm.${field}`)} value={place[field]}
          onChange={(event) => onChange({ ...place, [field]: event.currentTarget.value })} data-testid={`case-place-${field}`} />
      ))}
    </fieldset>
  );
}
