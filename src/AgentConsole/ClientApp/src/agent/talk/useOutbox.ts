import { useState } from 'react';
import { sendMessage, type OutgoingMessage } from '../../actions/sendMessage';
import type { ContactId } from '../../ids';
import { useDrafts } from '../../lib/useDraft';
import type { MessageRow } from '../../rows';
import { useSigned } from '../../transport/context';
import type { Refusal } from '../../transport/problem';

/** A message that has left the field and is not yet a row. It survives a reload, and its id makes a second try harmless. */
export interface Unsent { message: OutgoingMessage; sending: boolean; refusal: Refusal | null }

export interface Outbox {
  unsent: Unsent[];
  send: (message: OutgoingMessage) => void;
  /** Takes a refused message back into the hands of its writer. */
  drop: (message: OutgoingMessage) => void;
}

const FIELD = 'outbox';

/** Rows write ids without dashes. */
const bare = (id: string): string => id.replaceAll('-', '');

export function useOutbox(contact: ContactId, rows: readonly MessageRow[]): Outbox {
  const drafts = useDrafts();
  const { api } = useSigned();
  const [entries, setEntries] = useState<Unsent[]>(() =>
    (drafts.read<OutgoingMessage[]>(contact, FIELD) ?? []).map((message) => ({ message, sending: false, refusal: null })));

  const update = (change: (was: Unsent[]) => Unsent[]): void => setEntries((was) => {
    const next = change(was);
    drafts.write(contact, FIELD, next.map((each) => each.message));
    return next;
  });
  const drop = (message: OutgoingMessage): void => update((was) => was.filter((each) => each.message.messageId !== message.messageId));

  const send = (message: OutgoingMessage): void => {
    update((was) => [...was.filter((each) => each.message.messageId !== message.messageId), { message, sending: true, refusal: null }]);
    void api.post(sendMessage(contact, message), message.messageId).then((answer) => {
      if (answer.ok) drop(message);
      else update((was) => was.map((each) => (each.message.messageId === message.messageId ? { ...each, sending: false, refusal: answer.refusal } : each)));
    });
  };

  const arrived = new Set(rows.map((row) => bare(row.id)));
  return { unsent: entries.filter((each) => !arrived.has(bare(each.message.messageId))), send, drop };
}
