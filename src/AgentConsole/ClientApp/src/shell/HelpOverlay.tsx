import { useState } from 'react';
import { useText } from '../i18n/useText';
import { keymap, type KeyAction, type Scope } from '../keys/keymap';
import { useKey } from '../keys/useKey';
import { Keys } from '../ui/Keys';
import { Overlay } from '../ui/Overlay';
import type { Page } from './pages';
import css from './shell.module.css';

const actions = Object.keys(keymap) as KeyAction[];

function Group({ scope }: { scope: Scope }) {
  const text = useText();
  return (
    <section>
      <h3 className={css.helpHead}>{text(`help.scope.${scope}`)}</h3>
      <dl className={css.helpList}>
        {actions.filter((action) => keymap[action].scope === scope).map((action) => (
          <div key={action}><dt>{text(action)}</dt><dd><Keys action={action} all /></dd></div>
        ))}
      </dl>
    </section>
  );
}

/** Every key, for the page at hand. */
export function HelpOverlay({ page }: { page: Page | undefined }) {
  const [open, setOpen] = useState(false);
  const text = useText();
  useKey('key.help', () => setOpen(true));
  if (!open) return null;
  return (
    <Overlay label={text('help.title')} size={1040} onClose={() => setOpen(false)}>
      <h2 className={css.helpTitle}>{text('help.title')}</h2>
      <p className="dim">{text('help.lead')}</p>
      <div className={css.helpColumns}>
        {page && <Group scope={page} />}
        <Group scope="everywhere" />
      </div>
    </Overlay>
  );
}
