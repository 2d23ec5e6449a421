import { useTranslation } from 'react-i18next';
import type { Refusal } from '../transport/problem';

/** One sentence for a refusal: the server's own, then the pack's, then ours. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { t, i18n } = useTranslation();
  return ({ detail, code }) => {
    if (detail) return detail;
    return i18n.exists(`error.${code}`) ? t(`error.${code}`) : t('error.unknown', { code });
  };
}
