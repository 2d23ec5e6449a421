import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/useText';
import { serverNow } from '../../lib/clock';
import { useSigned } from '../../transport/context';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { RefusalNote } from '../../ui/RefusalNote';
import { download } from './download';
import css from './report.module.css';
import { ReportBody } from './ReportBody';
import { useReport } from './useReport';

type Period = 'day' | 'month';

/** The day or the month on one page, and the same as a file. */
export function Report() {
  const text = useText();
  const { api } = useSigned();
  const today = new Intl.DateTimeFormat('sv-SE').format(serverNow());
  const [period, setPeriod] = useState<Period>('day');
  const [date, setDate] = useState(today);
  const path = period === 'day' ? `/api/reports/day?date=${date}` : `/api/reports/month?month=${date.slice(0, 7)}`;
  const answer = useReport(path);

  const save = async (): Promise<void> => {
    const csv = await api.readCsv(path);
    if (csv.ok) download(csv.value, `santral-${period === 'day' ? date : date.slice(0, 7)}.csv`);
  };

  return (
    <div className={css.report} data-testid="report">
      <div className="row">
        <SegmentedControl aria-label={text('report.title')} value={period} onChange={(value) => setPeriod(value)} data={[{ value: 'day', label: text('report.day') }, { value: 'month', label: text('report.month') }]} />
        <TextInput type={period === 'day' ? 'date' : 'month'} aria-label={text('report.day')} value={period === 'day' ? date : date.slice(0, 7)} max={period === 'day' ? today : today.slice(0, 7)}
          onChange={(event) => event.currentTarget.value && setDate(event.currentTarget.value.padEnd(10, '-01'))} />
        <Button className="end" variant="default" leftSection={<Icon name="download" size={14} />} onClick={() => void save()} data-testid="report-csv">{text('report.csv')}</Button>
      </div>
      {answer === null && <Empty title={text('app.loading')} />}
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      {answer?.ok && <ReportBody data={answer.value} />}
    </div>
  );
}
