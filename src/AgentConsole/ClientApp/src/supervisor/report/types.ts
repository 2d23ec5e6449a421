import type { Outcome } from '../../words';

/** The six counts whose total ties: offered = answered + abandoned + transferredOut + closed + callback. */
export interface Totals { offered: number; answered: number; abandoned: number; transferredOut: number; closed: number; callback: number }

export interface ReportData extends Totals {
  from: string; to: string;
  byQueue: (Totals & { queue: string; name: string })[];
  byHour: (Totals & { hour: number })[];
  byOutcome: { outcome: Outcome; count: number }[];
}

/** Zero when the totals tie; otherwise how many contacts have no place. */
export const difference = (totals: Totals): number =>
  totals.offered - totals.answered - totals.abandoned - totals.transferredOut - totals.closed - totals.callback;
