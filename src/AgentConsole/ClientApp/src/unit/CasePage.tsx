import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import type { InboxRow } from '../rows';
import { useRow, useRows, useTopicStatus } from '../transport/useTopic';
import { Empty } from '../ui/Empty';
import { CaseActions } from './CaseActions';
import { CaseFacts } from './CaseFacts';
import { CaseHead } from './CaseHead';
import { CaseHistory } from './CaseHistory';
import css from './unit.module.css';

/** One case on one page: what it is, until when, what may be done now, and all that happened. */
export function CasePage({ id, inbox }: { id: CaseId; inbox: InboxRow | undefined }) {
  const text = useText();
  const topic = `case:${id}` as const;
  const row = useRow(topic, 'case', id);
  const entries = useRows(topic, 'entry');
  const status = useTopicStatus(topic);
  if (status === 'forbidden') return <Empty icon="lock" title={text('case.forbidden')} />;
  if (!row) return <Empty title={text('case.loading')} />;
  return (
    <>
      <CaseHead row={row} inbox={inbox} />
      <CaseActions row={row} />
      <div className={css.columns}>
        <CaseFacts row={row} />
        <CaseHistory entries={entries} />
      </div>
    </>
  );
}
