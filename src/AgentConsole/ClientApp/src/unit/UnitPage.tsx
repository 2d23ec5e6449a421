import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import { useKey } from '../keys/useKey';
import { goTo, useRoute } from '../shell/useRoute';
import { useSigned } from '../transport/context';
import { Empty } from '../ui/Empty';
import { CasePage } from './CasePage';
import { Inbox } from './Inbox';
import css from './unit.module.css';
import { ALL, UnitChoice } from './UnitChoice';
import { useInbox } from './useInbox';

/** The inbox by deadline on the left; one case fills the page. The choice of both is in the address. */
export function UnitPage() {
  const text = useText();
  const { session } = useSigned();
  const [, wantedUnit, wantedCase] = useRoute();
  const one = session.units.find((id) => id === wantedUnit);
  const { rows, status } = useInbox(one ? [one] : session.units);
  // A case that has just left the inbox, as by its own resolution, stays open in front of its reader.
  const selected = rows.find((row) => row.id === wantedCase);
  const open = (id: CaseId): void => goTo('unit', one ?? ALL, id);
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex((row) => row.id === selected?.id);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) open(next.id);
  };
  useKey('inbox.next', () => step(1));
  useKey('inbox.previous', () => step(-1));

  if (session.units.length === 0 || status === 'forbidden') return <Empty icon="lock" title={text('unit.forbidden')} />;
  return (
    <div className={css.page}>
      <section className={css.inbox} aria-label={text('unit.inbox')}>
        <UnitChoice unit={one} />
        <Inbox rows={rows} manyUnits={one === undefined && session.units.length > 1} loading={status === 'loading'} selected={selected?.id ?? null} onSelect={open} />
      </section>
      <section className={css.case} aria-label={text('case.one')}>
        {wantedCase ? <CasePage key={wantedCase} id={wantedCase as CaseId} inbox={selected} /> : <Empty icon="form" title={text('unit.pick')} />}
      </section>
    </div>
  );
}
