import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from './en';
import { chooseLanguage } from './language';
import { overrideTexts, setupTexts } from './setup';
import { tr } from './tr';

const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1] ?? '').sort();
/** Where only Turkish grammar needs another form of the same value. */
const ending: Record<string, string> = { fromTime: 'time', toTime: 'time' };

describe('the languages', () => {
  beforeAll(setupTexts);
  afterEach(() => chooseLanguage('tr'));

  it('say the same with the same values', () => {
    const keys = Object.keys(tr) as (keyof typeof tr)[];
    expect(keys.filter((key) => holes(tr[key]).map((hole) => ending[hole] ?? hole).join() !== holes(en[key]).join())).toEqual([]);
  });

  it('begin with Turkish', () => {
    expect([i18next.language, i18next.t('offer.accept'), document.documentElement.lang]).toEqual(['tr', 'Kabul et', 'tr']);
  });

  it('change in place, tell the page, and are remembered', async () => {
    await chooseLanguage('en');
    expect([i18next.t('offer.accept'), document.documentElement.lang, localStorage.getItem('santral.language')]).toEqual(['Accept', 'en', 'en']);
  });

  it("keep a pack's Turkish words out of the English texts", async () => {
    overrideTexts({ 'app.save': 'Sakla' });
    expect(i18next.t('app.save')).toBe('Sakla');
    await chooseLanguage('en');
    expect(i18next.t('app.save')).toBe('Save');
  });
});
