import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { tr } from './tr';

/** Keys are flat (`offer.accept`), as in a pack's texts, so neither dots nor colons have a meaning. */
export async function setupTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'tr',
    fallbackLng: 'tr',
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: '|',
    interpolation: { escapeValue: false },
    resources: { tr: { translation: tr } },
  });
}

/** A municipality's own words win over ours, text by text. */
export function overrideTexts(texts: Record<string, string>): void {
  i18next.addResourceBundle('tr', 'translation', texts, true, true);
}
