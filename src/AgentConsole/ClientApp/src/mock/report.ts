import { tr } from '../i18n/tr';
import type { ReportData } from '../supervisor/report/types';

const row = (offered: number, abandoned: number, transferredOut = 0, closed = 0, callback = 0) =>
  ({ offered, abandoned, transferredOut, closed, callback, answered: offered - abandoned - transferredOut - closed - callback });

const hours = [42, 118, 131, 96, 71, 88, 104, 97, 62];

export const report: ReportData = {
  from: '2026-11-22', to: '2026-11-22', live: 7, outbound: 31,
  ...row(809, 41, 22, 18, 9),
  byQueue: [
    { key: 'genel', name: 'Genel bilgi', ...row(512, 22, 14, 18, 4) },
    { key: 'sosyal', name: 'Sosyal yardım', ...row(203, 14, 6, 0, 5) },
    { key: 'acil', name: 'Acil', ...row(12, 0, 2) },
    { key: 'yasli', name: 'Yaşlı ve engelli hizmetleri', ...row(82, 5) },
  ],
  byHour: hours.map((offered, index) => ({ key: String(index + 8), name: `${String(index + 8).padStart(2, '0')}:00`, ...row(offered, Math.round(offered / 19)) })),
  byOutcome: [
    { outcome: 'Informed', name: tr['outcome.Informed'], count: 561 }, { outcome: 'CaseOpened', name: tr['outcome.CaseOpened'], count: 96 }, { outcome: 'CaseFollowedUp', name: tr['outcome.CaseFollowedUp'], count: 41 }, { outcome: 'Abandoned', name: tr['outcome.Abandoned'], count: 41 },
    { outcome: 'Transferred', name: tr['outcome.Transferred'], count: 22 }, { outcome: 'ClosedHours', name: tr['outcome.ClosedHours'], count: 18 }, { outcome: 'WrongNumber', name: tr['outcome.WrongNumber'], count: 12 }, { outcome: 'CallbackPromised', name: tr['outcome.CallbackPromised'], count: 9 },
    { outcome: 'SilentCall', name: tr['outcome.SilentCall'], count: 6 }, { outcome: 'WarnedAndEnded', name: tr['outcome.WarnedAndEnded'], count: 3 },
  ],
};
