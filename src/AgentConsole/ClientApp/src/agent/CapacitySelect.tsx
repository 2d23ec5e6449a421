import { NativeSelect } from '@mantine/core';
import { setCapacity } from '../actions/setCapacity';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { capacities, type Capacity } from '../words';

/** A muhtar, a neighbour or a son calls for somebody else: it is said once, here. */
export function CapacitySelect({ contact, capacity }: { contact: ContactId; capacity: Capacity }) {
  const text = useText();
  const change = useAction(setCapacity);
  return (
    <span className="rowTight end">
      <NativeSelect size="xs" variant="unstyled" aria-label={text('call.capacity')} value={capacity} disabled={change.pending}
        styles={{ input: { height: 20, minHeight: 20, lineHeight: '20px' } }}
        onChange={(event) => void change.run(contact, event.currentTarget.value as Capacity)}
        data={capacities.map((value) => ({ value, label: text(`capacity.${value}`) }))} />
    </span>
  );
}
