import { setCapacity } from '../actions/setCapacity';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { capacities, type Capacity } from '../words';
import css from './agent.module.css';

/** A muhtar, a neighbour or a son calls for somebody else: it is said once, here. */
export function CapacitySelect({ contact, capacity }: { contact: ContactId; capacity: Capacity }) {
  const text = useText();
  const change = useAction(setCapacity);
  return (
    <label className={css.capacity}>
      {text('call.capacity')}:
      <select value={capacity} disabled={change.pending} data-testid="capacity" onChange={(event) => void change.run(contact, event.currentTarget.value as Capacity)}>
        {capacities.map((value) => <option key={value} value={value}>{text(`capacity.${value}`)}</option>)}
      </select>
    </label>
  );
}
