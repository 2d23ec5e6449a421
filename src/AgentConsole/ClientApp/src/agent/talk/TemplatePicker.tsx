import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/useText';
import { newMessageId } from '../../ids';
import { useSigned } from '../../transport/context';
import { Empty } from '../../ui/Empty';
import css from './talk.module.css';
import { fill, gaps } from './template';
import type { Outbox } from './useOutbox';

/** An approved message with its gaps filled; the preview is what will be sent. */
export function TemplatePicker({ outbox, onClose }: { outbox: Outbox; onClose: () => void }) {
  const text = useText();
  const { templates } = useSigned().session.pack;
  const [id, setId] = useState(templates[0]?.id ?? null);
  const [values, setValues] = useState<ReadonlyMap<number, string>>(new Map());
  const chosen = templates.find((each) => each.id === id);
  if (!chosen) return <Empty title={text('conversation.noTemplates')} />;
  const wanted = gaps(chosen.body);
  const complete = wanted.every((n) => values.get(n)?.trim());

  const send = (): void => {
    outbox.send({
      messageId: newMessageId(), text: fill(chosen.body, values), template: chosen.id, values: wanted.map((n) => values.get(n)?.trim() ?? ''),
    });
    onClose();
  };

  return (
    <div className={css.templates} role="group" aria-label={text('message.templates')}>
      <div className="row">
        <Select w={150} aria-label={text('conversation.template')} data={templates.map((each) => ({ value: each.id, label: each.id }))} value={id}
          onChange={(value) => {
            setId(value);
            setValues(new Map());
          }} data-testid="template-select" />
        {wanted.map((n) => (
          <TextInput key={n} className="grow" aria-label={text('conversation.value', { n })} placeholder={text('conversation.value', { n })} value={values.get(n) ?? ''}
            onChange={(event) => setValues(new Map(values).set(n, event.currentTarget.value))} data-testid={`template-value-${n}`} />
        ))}
        <Button style={{ flex: "none" }} disabled={!complete} onClick={send} data-testid="template-send">{text('message.send')}</Button>
      </div>
      <p className="pre">{fill(chosen.body, values)}</p>
    </div>
  );
}
