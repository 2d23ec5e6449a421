import { Menu, Button } from '@mantine/core';
import { useText } from '../../i18n/useText';
import type { MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { agentOutcomes } from '../../words';
import { useFinish } from './useFinish';

/** A conversation ends from where it is read: one key for the usual ending, a menu for the others. */
export function FinishButtons({ contact }: { contact: MyContactRow }) {
  const text = useText();
  const { finish, pending, refusal } = useFinish(contact.id, true);
  return (
    <>
      <RefusalNote refusal={refusal} />
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" disabled={pending} data-testid="finish-menu">{text('wrapup.finishConversation')}</Button></Menu.Target>
        <Menu.Dropdown>
          {agentOutcomes.map((outcome) => (
            <Menu.Item key={outcome} onClick={() => finish(outcome)} data-testid={`finish-${outcome}`}>{text(`outcome.${outcome}`)}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionButton action="finish.informed" icon="check" variant="filled" showKey pending={pending} testid="finish-informed" onRun={() => finish('Informed')} />
    </>
  );
}
