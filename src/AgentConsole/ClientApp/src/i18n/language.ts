import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

export const languages = ['tr', 'en'] as const;
export type Language = (typeof languages)[number];

const KEY = 'santral.language';

const isLanguage = (value: unknown): value is Language => languages.some((each) => each === value);

/** The language chosen on this computer; Turkish until somebody chooses. */
export function storedLanguage(): Language {
  const value = localStorage.getItem(KEY);
  return isLanguage(value) ? value : 'tr';
}

/** Tells the page, so that a screen reader speaks with the right voice and capitals of i are the right ones. */
export const showLanguage = (language: Language): void => document.documentElement.setAttribute('lang', language);

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A forbidden storage only means that the choice lasts until the page is closed.
  }
  showLanguage(language);
  await i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'tr';
}
