import { Autocomplete } from '@mantine/core';

/** Languages that the hotlines of Turkish municipalities meet; any other may be typed. Recorded in Turkish, as all records are. */
const languages = ['Türkçe', 'Arapça', 'Kürtçe', 'Farsça', 'İngilizce', 'Rusça', 'Ukraynaca', 'Almanca', 'Türk İşaret Dili'];

interface Props { label: string; value: string; onChange: (value: string) => void; testid: string }

export function LanguageField({ label, value, onChange, testid }: Props) {
  return <Autocomplete label={label} value={value} data={languages} onChange={onChange} size="xs" data-testid={testid} />;
}
