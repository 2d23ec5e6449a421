import { Menu } from '@mantine/core';
import { useState } from 'react';
import { setPresence } from '../../actions/setPresence';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import { useKey } from '../../keys/useKey';
import type { MeRow, MyContactRow } from '../../rows';
import { useSigned } from '../../transport/context';
import { Elapsed } from '../../ui/Elapsed';
import { Icon } from '../../ui/Icon';
import { Keys } from '../../ui/Keys';
import { RefusalNote } from '../../ui/RefusalNote';
import type { Presence } from '../../words';
import css from './left.module.css';
import { SignOffPanel } from './SignOffPanel';

/** My state with its reason and its running time; one menu changes it. */
export function PresenceMenu({ me, contacts }: { me: MeRow; contacts: readonly MyContactRow[] }) {
  const text = useText();
  const { session } = useSigned();
  const change = useAction(setPresence);
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const pick = (presence: Presence, reason?: string): void => void change.run(presence, reason);
  useKey('presence.menu', () => setOpen(true));
  useKey('presence.ready', () => pick('Ready'), me.presence !== 'Ready');

  return (
    <div className="grow">
      <Menu opened={open} onChange={setOpen} position="bottom-start" width={250}>
        <Menu.Target>
          <button type="button" className={`${css.presence} ${css[me.presence] ?? ''}`} data-testid="presence" data-presence={me.presence} aria-busy={change.pending}>
            <span className={css.presenceDot} aria-hidden />
            <span className="clip strong">{text(`presence.${me.presence}`)}</span>
            <Elapsed from={me.since} className={css.presenceTime} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item data-testid="presence-Ready" rightSection={<Keys action="presence.ready" />} onClick={() => pick('Ready')}>{text('presence.Ready')}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{text('agent.idleBreak')}</Menu.Label>
          {session.pack.breakReasons.length === 0 && <Menu.Item onClick={() => pick('Break')}>{text('presence.Break')}</Menu.Item>}
          {session.pack.breakReasons.map((reason) => (
            <Menu.Item key={reason} leftSection={<Icon name="coffee" size={14} />} onClick={() => pick('Break', reason)}>{text('presence.Break')}: {reason}</Menu.Item>
          ))}
          <Menu.Item onClick={() => pick('HardCallBreak')}>{text('presence.HardCallBreak')}</Menu.Item>
          <Menu.Item onClick={() => pick('Meeting')}>{text('presence.Meeting')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="exit" size={14} />} onClick={() => setLeaving(true)} data-testid="sign-off">{text('signoff.title')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {me.reason && <div className="dim small clip">{me.reason}</div>}
      <RefusalNote refusal={change.refusal} />
      {leaving && <SignOffPanel contacts={contacts} onClose={() => setLeaving(false)} />}
    </div>
  );
}
