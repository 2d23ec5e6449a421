import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from './tr';

export type Vars = Record<string, string | number>;
export type Text = (key: TextKey, vars?: Vars) => string;

/** The text of a key in the chosen language; a key that does not exist does not compile. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback((key, vars) => t(key, vars ?? {}), [t]);
}
