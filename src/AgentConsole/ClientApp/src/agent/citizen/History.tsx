import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import type { MyContactRow } from '../../rows';
import { useRows } from '../../transport/useTopic';
import { ActionButton } from '../../ui/ActionButton';
import { Empty } from '../../ui/Empty';
import { Section } from '../../ui/Section';
import { CaseItem } from './CaseItem';
import css from './citizen.module.css';
import { TimelineItem } from './TimelineItem';

interface Props { contactId: ContactId; contact: MyContactRow | undefined; onNewCase: () => void }

/** Cases by deadline, then everything that happened, newest first. */
export function History({ contactId, contact, onNewCase }: Props) {
  const text = useText();
  const topic = `card:${contactId}` as const;
  const cases = [...useRows(topic, 'case')].sort((a, b) =>
    Number(a.status === 'Resolved') - Number(b.status === 'Resolved') || (a.deadline ?? '9').localeCompare(b.deadline ?? '9'));
  const verified = useRows(topic, 'citizen')[0]?.verified === true;
  const timeline = [...useRows(topic, 'timeline')].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <Section title={text('citizen.openCases')} count={cases.length}
        aside={contact && <ActionButton action="case.new" icon="plus" variant="filled" showKey testid="case-new" onRun={onNewCase} />}>
        {cases.map((row) => <CaseItem key={row.id} row={row} mine={contact !== undefined} />)}
        {cases.length === 0 && <Empty title={text(verified ? 'citizen.noCases' : 'citizen.noOpenCasesYet')} />}
      </Section>
      <Section title={text('citizen.timeline')} count={verified ? timeline.length : undefined}>
        <ol className={css.timeline}>{timeline.map((row) => <TimelineItem key={row.id} row={row} />)}</ol>
        {timeline.length === 0 && <Empty {...(verified ? {} : { icon: 'lock' as const })} title={text(verified ? 'citizen.noTimeline' : 'citizen.afterVerification')} />}
      </Section>
    </>
  );
}
