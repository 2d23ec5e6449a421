import { useText } from '../i18n/useText';
import { keyboard } from '../keys/keyboard';
import { keymap, type KeyAction } from '../keys/keymap';
import { search } from '../lib/fold';
import type { DirectoryRow } from '../rows';
import { useSigned } from '../transport/context';
import { useRows } from '../transport/useTopic';
import type { Page } from './pages';
import { useCaseItems } from './useCaseItems';
import { goTo } from './useRoute';

export interface PaletteItem { id: string; group: string; label: string; hint: string; action?: KeyAction; run: () => void }

const LIMIT = 7;
const matching = (items: PaletteItem[], query: string): PaletteItem[] =>
  search(items, query, (item) => `${item.label} ${item.hint}`, LIMIT);

/** What the palette finds for a query, group by group. */
export function usePaletteItems(pages: Page[], query: string): PaletteItem[] {
  const text = useText();
  const { session } = useSigned();
  const people = useRows('directory', 'directory');
  const contacts = useRows(session.agent ? `agent:${session.agent}` : null, 'contact');
  const cases = useCaseItems(pages, query);

  const actions = keyboard.available().filter((action) => !action.startsWith('key.')).map((action): PaletteItem => ({
    id: `action:${action}`, group: text('palette.actions'), label: text(action), hint: text(`help.scope.${keymap[action].scope}`),
    action, run: () => keyboard.run(action),
  }));
  const mine = contacts.map((row): PaletteItem => ({
    id: `contact:${row.id}`, group: text('palette.contacts'), label: row.who, hint: row.queueName, run: () => goTo('agent', row.id),
  }));
  const open = pages.map((page): PaletteItem => ({
    id: `page:${page}`, group: text('palette.pages'), label: text(`role.${page}`), hint: '', run: () => goTo(page),
  }));
  const found = people.map((row): PaletteItem => person(row, text('palette.people')));
  return [
    ...matching(mine, query), ...matching(actions, query), ...cases, ...(query ? matching(found, query) : []), ...matching(open, query),
  ];
}

const person = (row: DirectoryRow, group: string): PaletteItem => ({
  id: `person:${row.id}`, group, label: row.name, hint: [row.dial, row.hours].filter(Boolean).join(' · '),
  // With a call at hand the directory opens on this name; without one there is nothing to do but read the number.
  run: () => keyboard.run('call.transfer'),
});
