import { Menu } from '@mantine/core';
import { chooseLanguage, languages, useLanguage } from '../i18n/language';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/Icon';

/** Each language by its own name, so that whoever is lost finds the way back. */
export function LanguageItems() {
  const text = useText();
  const current = useLanguage();
  return (
    <>
      <Menu.Label>{text('app.language')}</Menu.Label>
      {languages.map((each) => (
        <Menu.Item key={each} role="menuitemradio" aria-checked={each === current} lang={each} rightSection={each === current && <Icon name="check" size={14} />}
          onClick={() => void chooseLanguage(each)} data-testid={`language-${each}`}>
          {text(`app.language.${each}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
