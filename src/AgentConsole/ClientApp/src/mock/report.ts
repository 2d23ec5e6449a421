import type { ReportData } from '../supervisor/report/types';

const row = (offered: number, abandoned: number, transferredOut = 0, closed = 0, callback = 0) =>
  ({ offered, abandoned, transferredOut, closed, callback, answered: offered - abandoned - transferredOut - closed - callback });

const hours = [42, 118, 131, 96, 71, 88, 104, 97, 62];

export const report: ReportData = {
  from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z',
  ...row(809, 41, 22, 18, 9),
  byQueue: [
    { queue: 'genel', name: 'Genel bilgi', ...row(512, 22, 14, 18, 4) },
    { queue: 'sosyal', name: 'Sosyal yardım', ...row(203, 14, 6, 0, 5) },
    { queue: 'acil', name: 'Acil', ...row(12, 0, 2) },
    { queue: 'yasli', name: 'Yaşlı ve engelli hizmetleri', ...row(82, 5) },
  ],
  byHour: hours.map((offered, index) => ({ hour: index + 8, ...row(offered, Math.round(offered / 19)) })),
  byOutcome: [
    { outcome: 'Informed', count: 561 }, { outcome: 'CaseOpened', count: 96 }, { outcome: 'CaseFollowedUp', count: 41 }, { outcome: 'Abandoned', count: 41 },
    { outcome: 'Transferred', count: 22 }, { outcome: 'ClosedHours', count: 18 }, { outcome: 'WrongNumber', count: 12 }, { outcome: 'CallbackPromised', count: 9 },
    { outcome: 'SilentCall', count: 6 }, { outcome: 'WarnedAndEnded', count: 3 },
  ],
};
