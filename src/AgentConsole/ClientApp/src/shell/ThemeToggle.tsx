import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useText } from '../i18n/useText';
import { useKey } from '../keys/useKey';
import { Icon } from '../ui/Icon';
import { KeyTip } from '../ui/KeyTip';
import css from './shell.module.css';

export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const text = useText();
  const other = scheme === 'dark' ? 'light' : 'dark';
  const label = text(other === 'dark' ? 'app.themeDark' : 'app.themeLight');
  useKey('key.theme', () => setColorScheme(other));
  return (
    <KeyTip action="key.theme" label={label}>
      <button type="button" className={css.iconButton} aria-label={label} onClick={() => setColorScheme(other)}>
        <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      </button>
    </KeyTip>
  );
}
