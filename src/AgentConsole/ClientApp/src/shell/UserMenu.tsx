import { Menu } from '@mantine/core';
import { useText } from '../i18n/useText';
import { useSigned } from '../transport/context';
import { Icon } from '../ui/Icon';
import { LanguageItems } from './LanguageItems';
import css from './shell.module.css';

export function UserMenu() {
  const { session, signOut } = useSigned();
  const text = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={css.user} data-testid="user-menu">
          <Icon name="user" size={15} /> <span className="clip">{session.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
        <Menu.Item leftSection={<Icon name="exit" size={14} />} onClick={signOut} data-testid="sign-out">{text('app.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
