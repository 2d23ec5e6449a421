import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './ui.module.css';

interface Props { label: string; size: number; flush?: boolean; onClose: () => void; children: ReactNode }

/** A dialog that a person opened for themselves. It exists only while it is open. */
export function Overlay({ label, size, flush = false, onClose, children }: Props) {
  return (
    <Modal.Root opened onClose={onClose} size={size} yOffset="10vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={label} className={css.overlay}>
        <Modal.Body p={flush ? 0 : 'lg'}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
