import { search } from '../../lib/fold';
import type { DirectoryRow } from '../../rows';
import { useRows, useTopicStatus } from '../../transport/useTopic';

/** More than this nobody reads; the list asks for another letter instead. */
export const DIRECTORY_LIMIT = 50;

const words = (row: DirectoryRow): string => [row.name, row.dial, row.note].filter(Boolean).join(' ');

/** The directory while typing: folded, so that "sosyal hızmet" finds Sosyal Hizmetler. */
export function useDirectory(query: string): { found: DirectoryRow[]; total: number; loading: boolean } {
  const rows = useRows('directory', 'directory');
  const loading = useTopicStatus('directory') === 'loading';
  const all = search(rows, query, words, rows.length);
  return { found: all.slice(0, DIRECTORY_LIMIT), total: all.length, loading };
}
