import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../i18n/useText';
import { useKey } from '../keys/useKey';
import type { Page } from './pages';
import { PaletteBody } from './PaletteBody';
import css from './shell.module.css';

/** Ctrl+K: people, cases, pages and actions from one field. The body exists, and reads, only while it is open. */
export function Palette({ pages }: { pages: Page[] }) {
  const [open, setOpen] = useState(false);
  const text = useText();
  useKey('key.palette', () => setOpen((was) => !was));
  return (
    <Modal opened={open} onClose={() => setOpen(false)} withCloseButton={false} padding={0} size={560} yOffset="12vh"
      transitionProps={{ duration: 60 }} aria-label={text('palette.title')} classNames={{ body: css.paletteBody }}>
      <PaletteBody pages={pages} onDone={() => setOpen(false)} />
    </Modal>
  );
}
