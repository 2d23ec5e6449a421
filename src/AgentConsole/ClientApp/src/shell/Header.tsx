import { Button } from '@mantine/core';
import { useText } from '../i18n/useText';
import { keyboard } from '../keys/keyboard';
import { useSigned } from '../transport/context';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { Mark } from '../ui/Mark';
import { KeyTip } from '../ui/KeyTip';
import { TruthBar } from './TruthBar';
import type { Page } from './pages';
import css from './shell.module.css';
import { ThemeToggle } from './ThemeToggle';
import { goTo } from './useRoute';
import { UserMenu } from './UserMenu';

export function Header({ page, pages }: { page: Page | undefined; pages: Page[] }) {
  const { session } = useSigned();
  const text = useText();
  return (
    <header className={css.header}>
      <span className={css.brand}><Mark size={20} /> {text('app.name')}</span>
      <span className={`${css.pack} clip`}>{session.pack.name}</span>
      {pages.length > 1 && (
        <nav className={css.tabs} aria-label={text('role.switch')}>
          {pages.map((each) => (
            <button key={each} type="button" className={css.tab} aria-current={each === page ? 'page' : undefined}
              data-testid={`page-${each}`} onClick={() => goTo(each)}>
              {text(`role.${each}`)}
            </button>
          ))}
        </nav>
      )}
      <TruthBar />
      {session.demo && <span className={css.demo} data-testid="demo-badge" title={text('app.demoHint')}>{text('app.demo')}</span>}
      <KeyTip action="key.palette">
        <Button className={css.search} variant="transparent" leftSection={<Icon name="search" size={14} />}
          rightSection={<Keys action="key.palette" />} onClick={() => keyboard.run('key.palette')}>
          {text('app.search')}
        </Button>
      </KeyTip>
      <ThemeToggle />
      <KeyTip action="key.help">
        <button type="button" className={css.iconButton} aria-label={text('key.help')} onClick={() => keyboard.run('key.help')}>
          <Icon name="help" />
        </button>
      </KeyTip>
      <UserMenu />
    </header>
  );
}
