import i18next from 'i18next';

/** Where a deadline comes from, in words; a source we do not know speaks for itself. */
export function sourceWords(source: string): string {
  const key = `source.${source}`;
  return i18next.exists(key) ? i18next.t(key) : source;
}
