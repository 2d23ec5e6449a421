import { Checkbox, Switch, TextInput } from '@mantine/core';
import { setSafeContact } from '../../actions/setSafeContact';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { CitizenId } from '../../ids';
import { useDraft } from '../../lib/useDraft';
import type { SafeContactRow } from '../../rows';
import type { Channel } from '../../words';
import css from './citizen.module.css';
import { FormPanel } from './FormPanel';
import { LanguageField } from './LanguageField';

const nothing: Partial<SafeContactRow> = {};
const switches = ['neverCall', 'textOnly', 'noOutreach'] as const;
/** The channels by which we reach out; forms and counters only receive. */
const reaching: readonly Channel[] = ['Voice', 'WhatsApp', 'Sms'];

/** How this citizen may be reached. Everything recorded is shown, because saving replaces the whole. */
export function SafeContactForm({ citizen, recorded, onDone }: { citizen: CitizenId; recorded: SafeContactRow; onDone: () => void }) {
  const text = useText();
  const change = useAction(setSafeContact);
  const [written, write, clear] = useDraft<Partial<SafeContactRow>>(citizen, 'safe', nothing);
  const safe: SafeContactRow = { ...recorded, ...written };
  const set = (part: Partial<SafeContactRow>): void => write({ ...written, ...part });
  const toggle = (channel: Channel, on: boolean): void => set({ channels: on ? [...safe.channels, channel] : safe.channels.filter((each) => each !== channel) });
  const close = (): void => {
    clear();
    onDone();
  };
  const save = async (): Promise<void> => {
    if ((await change.run(citizen, safe)).ok) close();
  };
  return (
    <FormPanel title={text('safe.title')} submit={text('app.save')} testid="safe-form" pending={change.pending} refusal={change.refusal} onSubmit={() => void save()} onCancel={close}>
      <p className="small dim">{text('safe.lead')}</p>
      {switches.map((name, index) => (
        <Switch key={name} label={text(`safe.${name}`)} checked={safe[name]} autoFocus={index === 0} onChange={(event) => set({ [name]: event.currentTarget.checked })} data-testid={`safe-${name}`} />
      ))}
      <div className={css.two}>
        <TextInput type="time" label={text('safe.from')} value={safe.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value || null })} data-testid="safe-from" />
        <TextInput type="time" label={text('safe.until')} value={safe.until ?? ''} onChange={(event) => set({ until: event.currentTarget.value || null })} data-testid="safe-until" />
      </div>
      <p className="small dim">{text('safe.hoursHint')}</p>
      <fieldset className={css.channels}>
        <legend>{text('safe.channels')}</legend>
        {reaching.map((channel) => (
          <Checkbox key={channel} label={text(`channel.${channel}`)} checked={safe.channels.includes(channel)} onChange={(event) => toggle(channel, event.currentTarget.checked)} data-testid={`safe-channel-${channel}`} />
        ))}
        <span className="small dim">{text('safe.channelsHint')}</span>
      </fieldset>
      <LanguageField label={text('safe.language')} value={safe.language ?? ''} onChange={(language) => set({ language: language === '' ? null : language })} testid="safe-language" />
    </FormPanel>
  );
}
