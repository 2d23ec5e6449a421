import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { moveToQueue } from '../actions/moveToQueue';
import { raisePriority } from '../actions/raisePriority';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import { IncidentForm } from '../incident/IncidentForm';
import { useKey } from '../keys/useKey';
import type { QueueRow, WaitingRow } from '../rows';
import { ActionButton } from '../ui/ActionButton';
import { RefusalNote } from '../ui/RefusalNote';
import { priorities } from '../words';
import css from './supervisor.module.css';

interface Props { row: WaitingRow; queues: readonly QueueRow[]; offeredTo: string | null; onlyFor: string | null }

/** Why this one waits and for whom, and the two things to do about it. */
export function WaitingDetail({ row, queues, offeredTo, onlyFor }: Props) {
  const text = useText();
  const move = useAction(moveToQueue);
  const raise = useAction(raisePriority);
  const [tagging, setTagging] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const queue = queues.find((each) => each.id === row.queueId);
  const higher = priorities[priorities.indexOf(row.priority) - 1];
  useKey('waiting.move', () => field.current?.focus());

  const why = (): string => {
    if (offeredTo) return text('desk.offeredTo', { who: offeredTo });
    if (onlyFor) return text('desk.onlyFor', { who: onlyFor });
    return text(queue && queue.available > 0 ? 'desk.nextInLine' : 'desk.noneAvailable');
  };
  return (
    <div className={css.detail} role="group" aria-label={row.who}>
      <div className="row">
        <strong className="clip">{row.who}</strong>
        <span className="dim clip grow">{text('desk.why')}: {why()}</span>
      </div>
      <div className="row">
        <Select ref={field} w={230} aria-label={text('waiting.move')} placeholder={text('waiting.move')} value={null} disabled={move.pending} data-testid="waiting-move" searchable
          data={queues.filter((each) => each.id !== row.queueId).map((each) => ({ value: each.id, label: each.name }))}
          onChange={(id) => id && void move.run(row.contactId, id)} />
        {higher && (
          <ActionButton action="waiting.raise" icon="arrowUp" showKey testid="waiting-raise" label={`${text('desk.raise')}: ${text(`priority.${higher}`)}`} pending={raise.pending}
            onRun={() => void raise.run(row.contactId, higher)} />
        )}
        <ActionButton action="waiting.incident" icon="megaphone" showKey testid="waiting-incident" aria-expanded={tagging} onRun={() => setTagging(!tagging)} />
      </div>
      {tagging && <IncidentForm contact={row.contactId} incident={row.incident} onDone={() => setTagging(false)} />}
      <RefusalNote refusal={move.refusal ?? raise.refusal} />
    </div>
  );
}
