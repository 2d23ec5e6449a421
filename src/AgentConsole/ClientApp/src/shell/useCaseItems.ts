import { useText } from '../i18n/useText';
import { search } from '../lib/fold';
import type { UnitId } from '../ids';
import { useSigned } from '../transport/context';
import { useRows } from '../transport/useTopic';
import type { Page } from './pages';
import type { PaletteItem } from './usePaletteItems';
import { goTo } from './useRoute';

const LIMIT = 7;

/** Cases of the person's first unit, from rows already on screen: finding costs no request. */
export function useCaseItems(pages: Page[], query: string): PaletteItem[] {
  const text = useText();
  const { session } = useSigned();
  const unit: UnitId | undefined = pages.includes('unit') ? session.units[0] : undefined;
  const rows = useRows(unit ? `unit:${unit}` : null, 'inbox');
  if (!unit || !query) return [];
  return search(rows, query, (row) => `${row.number} ${row.serviceName}`, LIMIT).map((row) => ({
    id: `case:${row.id}`, group: text('palette.cases'), label: `${row.number} ${row.serviceName}`, hint: row.statusWords,
    run: () => goTo('unit', unit, row.id),
  }));
}
