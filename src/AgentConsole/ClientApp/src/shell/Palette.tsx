import { useState } from 'react';
import { useText } from '../i18n/useText';
import { useKey } from '../keys/useKey';
import type { Page } from './pages';
import { Overlay } from '../ui/Overlay';
import { PaletteBody } from './PaletteBody';

/** Ctrl+K: people, cases, pages and actions from one field. The body exists, and reads, only while it is open. */
export function Palette({ pages }: { pages: Page[] }) {
  const [open, setOpen] = useState(false);
  const text = useText();
  useKey('key.palette', () => setOpen((was) => !was));
  if (!open) return null;
  return (
    <Overlay label={text('palette.title')} size={560} flush onClose={() => setOpen(false)}>
      <PaletteBody pages={pages} onDone={() => setOpen(false)} />
    </Overlay>
  );
}
