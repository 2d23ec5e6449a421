import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../ids';
import { countdown } from './countdown';
import { deadlineTone, distance } from './deadline';
import { Drafts } from './drafts';
import { formatDateTime, formatElapsed, formatNumber, formatPercent } from './format';
import { fromTime, toTime } from './suffix';

const at = (time: string): Instant => `2026-11-22T${time}Z` as Instant;
const ms = (time: string): number => Date.parse(at(time));

describe('the countdown', () => {
  it('rounds up, so that zero means over', () => {
    expect(countdown(at('10:00:20'), 20, ms('10:00:00'))).toEqual({ secondsLeft: 20, share: 1 });
    expect(countdown(at('10:00:20'), 20, ms('10:00:19.500')).secondsLeft).toBe(1);
    expect(countdown(at('10:00:20'), 20, ms('10:00:31'))).toEqual({ secondsLeft: 0, share: 0 });
  });
});

describe('a deadline', () => {
  it('is amber in its last quarter and red when passed', () => {
    const tone = (now: string): string => deadlineTone(at('10:00:00'), at('14:00:00'), ms(now));
    expect([tone('12:59:59'), tone('13:00:00'), tone('13:59:59'), tone('14:00:00')]).toEqual(['neutral', 'soon', 'soon', 'late']);
  });

  it('is told in the largest unit that still says something', () => {
    expect(distance(at('12:30:00'), ms('10:00:00'))).toEqual({ unit: 'hour', count: 2, passed: false });
    expect(distance(at('11:30:00'), ms('10:00:00'))).toEqual({ unit: 'minute', count: 90, passed: false });
    expect(distance(at('10:00:00'), ms('10:05:00'))).toEqual({ unit: 'minute', count: 5, passed: true });
  });
});

describe('numbers and times', () => {
  it('are Turkish', () => {
    expect(formatNumber(1193060)).toBe('1.193.060');
    expect(formatPercent(0.92)).toBe('%92');
    expect(formatDateTime(new Date(2026, 10, 22, 14, 5).getTime())).toBe('22.11.2026 14:05');
  });

  it('run without jumping', () => {
    expect([0, 42_000, 751_000, 3_727_000, 93_600_000, -5].map(formatElapsed)).toEqual(['00:00', '00:42', '12:31', '1:02:07', '1 g 2 sa', '00:00']);
  });

  it.each([['14:05', "14:05'ten", "14:05'e"], ['14:00', "14:00'ten", "14:00'e"], ['09:30', "09:30'dan", "09:30'a"], ['09:06', "09:06'dan", "09:06'ya"],
    ['09:40', "09:40'tan", "09:40'a"], ['20:00', "20:00'den", "20:00'ye"], ['00:00', "00:00'dan", "00:00'a"], ['11:12', "11:12'den", "11:12'ye"]])(
    '%s takes its endings by the last word spoken', (time, from, to) => {
      expect(fromTime(time)).toBe(from);
      expect(toTime(time)).toBe(to);
    });
});

describe('drafts', () => {
  beforeEach(() => localStorage.clear());
  const drafts = (user = 'ayse', now = 0): Drafts => new Drafts(localStorage, user, () => now);

  it('survive a reload', () => {
    drafts().write('contact1', 'note', 'yarım kalan');
    expect(drafts().read('contact1', 'note')).toBe('yarım kalan');
  });

  it('belong to one person', () => {
    drafts('ayse').write('contact1', 'note', 'gizli');
    expect(drafts('mehmet').read('contact1', 'note')).toBeNull();
  });

  it('end with their contact', () => {
    drafts().write('contact1', 'note', 'a');
    drafts().write('contact2', 'note', 'b');
    drafts().removeAll('contact1');
    expect([drafts().read('contact1', 'note'), drafts().read('contact2', 'note')]).toEqual([null, 'b']);
  });

  it('do not stay on a shared computer', () => {
    const day = 24 * 60 * 60 * 1000;
    drafts('ayse', 0).write('old', 'note', 'a');
    drafts('ayse', 3 * day).write('young', 'note', 'b');
    localStorage.setItem('santral.draft.ayse.bad.note', '{');
    drafts('mehmet', 4 * day).prune();
    expect(Object.keys(localStorage)).toEqual(['santral.draft.ayse.young.note']);
  });
});
