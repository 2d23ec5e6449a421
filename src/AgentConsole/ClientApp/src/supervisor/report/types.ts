import type { Outcome } from '../../words';

/** The six counts whose total ties: offered = answered + abandoned + transferredOut + closed + callback. */
export interface Totals { offered: number; answered: number; abandoned: number; transferredOut: number; closed: number; callback: number }

/** One line of a part. The name is ready to be read. */
export interface ReportLine extends Totals { key: string; name: string }

export interface ReportData extends Totals {
  from: string; to: string;
  /** Not ended yet, and therefore in none of the counts. */
  live: number;
  /** Calls made to citizens; they were not offered by anybody. */
  outbound: number;
  byQueue: ReportLine[];
  /** 24 lines; the key is the hour, two digits. */
  byHour: ReportLine[];
  byOutcome: { outcome: Outcome; name: string; count: number }[];
}

/** Zero when the totals tie; otherwise how many contacts have no place. */
export const difference = (totals: Totals): number =>
  totals.offered - totals.answered - totals.abandoned - totals.transferredOut - totals.closed - totals.callback;
