import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { showLanguage, storedLanguage } from './language';
import { tr } from './tr';

/** Keys are flat (`offer.accept`), as in a pack's texts, so neither dots nor colons have a meaning. */
export async function setupTexts(): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'tr',
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: '|',
    interpolation: { escapeValue: false },
    resources: { tr: { translation: tr }, en: { translation: en } },
  });
  showLanguage(language);
}

/** A municipality's own words win over ours, text by text. They are Turkish, so the English texts stay ours. */
export function overrideTexts(texts: Record<string, string>): void {
  i18next.addResourceBundle('tr', 'translation', texts, true, true);
}
