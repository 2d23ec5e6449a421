import { useEffect, useState } from 'react';
import { useSigned } from '../../transport/context';
import type { Answer } from '../../transport/problem';
import type { ReportData } from './types';

/** A report is a reading of one period, asked for by a person; it does not poll. */
export function useReport(path: string): Answer<ReportData> | null {
  const { api } = useSigned();
  const [answer, setAnswer] = useState<{ path: string; answer: Answer<ReportData> } | null>(null);
  useEffect(() => {
    let current = true;
    void api.read<ReportData>(path).then((read) => {
      if (current) setAnswer({ path, answer: read });
    });
    return () => {
      current = false;
    };
  }, [api, path]);
  return answer?.path === path ? answer.answer : null;
}
