import { NativeSelect } from '@mantine/core';
import { useText } from '../i18n/useText';
import type { CaseId, UnitId } from '../ids';
import { useKey } from '../keys/useKey';
import { goTo, useRoute } from '../shell/useRoute';
import { useSigned } from '../transport/context';
import { useRows, useTopicStatus } from '../transport/useTopic';
import { Empty } from '../ui/Empty';
import { CasePage } from './CasePage';
import { Inbox } from './Inbox';
import { byDeadline } from './order';
import css from './unit.module.css';

/** The inbox by deadline on the left; one case fills the page. The choice is in the address. */
export function UnitPage() {
  const text = useText();
  const { session } = useSigned();
  const [, wantedUnit, wantedCase] = useRoute();
  const unit = session.units.find((id) => id === wantedUnit) ?? session.units[0];
  const topic = unit ? (`unit:${unit}` as const) : null;
  const rows = byDeadline(useRows(topic, 'inbox'));
  const status = useTopicStatus(topic);
  const selected = rows.find((row) => row.id === wantedCase)?.id ?? null;
  const open = (id: CaseId): void => unit && goTo('unit', unit, id);
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex((row) => row.id === selected);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) open(next.id);
  };
  useKey('inbox.next', () => step(1));
  useKey('inbox.previous', () => step(-1));

  if (!unit || status === 'forbidden') return <Empty icon="lock" title={text('unit.forbidden')} />;
  const nameOf = (id: UnitId): string => session.pack.units.find((each) => each.id === id)?.name ?? id;
  return (
    <div className={css.page}>
      <section className={css.inbox} aria-label={text('unit.inbox')}>
        <div className={css.unitHead}>
          {session.units.length > 1
            ? <NativeSelect size="xs" aria-label={text('role.unit')} value={unit} onChange={(event) => goTo('unit', event.currentTarget.value)} data={session.units.map((id) => ({ value: id, label: nameOf(id) }))} />
            : <h2 className="clip">{nameOf(unit)}</h2>}
        </div>
        <Inbox rows={rows} loading={status === 'loading'} selected={selected} onSelect={open} />
      </section>
      <section className={css.case} aria-label={text('case.one')}>
        {selected ? <CasePage key={selected} id={selected} unit={unit} /> : <Empty icon="form" title={text('unit.pick')} />}
      </section>
    </div>
  );
}
