import { useText } from '../i18n/useText';
import { search } from '../lib/fold';
import { groupNumber } from '../lib/format';
import { useSigned } from '../transport/context';
import { ALL } from '../unit/UnitChoice';
import { useInbox } from '../unit/useInbox';
import type { Page } from './pages';
import type { PaletteItem } from './usePaletteItems';
import { goTo } from './useRoute';

const LIMIT = 7;

/** Cases of the person's units, from rows already on screen: finding costs no request. */
export function useCaseItems(pages: Page[], query: string): PaletteItem[] {
  const text = useText();
  const { session } = useSigned();
  const { rows } = useInbox(pages.includes('unit') ? session.units : []);
  if (!query) return [];
  return search(rows, query, (row) => `${row.number} ${groupNumber(row.number)} ${row.serviceName}`, LIMIT).map((row) => ({
    id: `case:${row.id}`, group: text('palette.cases'), label: `${groupNumber(row.number)} ${row.serviceName}`, hint: row.statusWords,
    run: () => goTo('unit', ALL, row.id),
  }));
}
