import { NativeSelect } from '@mantine/core';
import { useText } from '../i18n/useText';
import type { UnitId } from '../ids';
import { goTo } from '../shell/useRoute';
import { useSigned } from '../transport/context';
import css from './unit.module.css';

export const ALL = 'hepsi';

/** Whose inbox: all of mine, or one unit's. */
export function UnitChoice({ unit }: { unit: UnitId | undefined }) {
  const text = useText();
  const { session } = useSigned();
  const nameOf = (id: UnitId | undefined): string => session.pack.units.find((each) => each.id === id)?.name ?? id ?? '';
  return (
    <div className={css.unitHead}>
      {session.units.length === 1 ? <h2 className="clip">{nameOf(session.units[0])}</h2> : (
        <NativeSelect size="xs" aria-label={text('role.unit')} value={unit ?? ALL} onChange={(event) => goTo('unit', event.currentTarget.value)} data-testid="unit-choice"
          data={[{ value: ALL, label: text('unit.all') }, ...session.units.map((id) => ({ value: id, label: nameOf(id) }))]} />
      )}
    </div>
  );
}
