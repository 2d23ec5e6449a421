import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/useText';
import { useKey } from '../keys/useKey';
import { useSigned } from '../transport/context';
import { useRows, useTopicStatus } from '../transport/useTopic';
import { Empty } from '../ui/Empty';
import { Agents } from './Agents';
import { Alerts } from './Alerts';
import { Lines } from './Lines';
import { Queues } from './Queues';
import css from './supervisor.module.css';
import { TopLine } from './TopLine';
import { Waiting } from './Waiting';

const Report = lazy(() => import('./report/Report').then((part) => ({ default: part.Report })));

type View = 'live' | 'report';

/** The desk at one glance: numbers, queues, who waits, who works, who needs help. */
export function SupervisorPage() {
  const { session } = useSigned();
  const text = useText();
  const leads = session.roles.includes('supervisor');
  const [view, setView] = useState<View>(leads ? 'live' : 'report');
  const topic = session.desk && leads ? (`desk:${session.desk}` as const) : null;
  const queues = useRows(topic, 'queue');
  const waiting = useRows(topic, 'waiting');
  const agents = useRows(topic, 'agent');
  const lines = useRows(topic, 'line');
  const status = useTopicStatus(topic);
  useKey('desk.live', () => setView('live'), leads);
  useKey('desk.report', () => setView('report'));

  if (!leads) return <Suspense fallback={<Empty title={text('app.loading')} />}><Report /></Suspense>;
  if (!session.desk || status === 'forbidden') return <Empty icon="lock" title={text('error.topic.forbidden')} />;
  if (status === 'loading') return <Empty title={text('desk.loading')} />;
  return (
    <div className={css.page}>
      <div className={css.top}>
        <TopLine queues={queues} waiting={waiting} agents={agents} />
        <SegmentedControl aria-label={text('role.switch')} value={view} onChange={(value) => setView(value)}
          data={[{ value: 'live', label: text('desk.live') }, { value: 'report', label: text('desk.report') }]} data-testid="desk-view" />
      </div>
      {view === 'report' ? (
        <Suspense fallback={<Empty title={text('app.loading')} />}><Report /></Suspense>
      ) : (
        <div className={css.body}>
          <div className={css.side}>
            <Queues queues={queues} waiting={waiting} />
            <Waiting waiting={waiting} queues={queues} agents={agents} />
          </div>
          <div className={css.side}>
            <Alerts agents={agents} desk={session.desk} />
            <Agents agents={agents} waiting={waiting} />
            <Lines lines={lines} desk={session.desk} />
          </div>
        </div>
      )}
    </div>
  );
}
