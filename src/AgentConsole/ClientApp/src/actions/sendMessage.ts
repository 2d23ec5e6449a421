import type { ContactId, MessageId } from '../ids';
import type { ActionRequest } from '../transport/api';

export interface OutgoingMessage {
  messageId: MessageId; text: string; template?: string | undefined; values?: string[] | undefined; viaSms?: boolean | undefined;
}

/** A reply. With `template` it may leave outside WhatsApp's window; with `viaSms` it leaves by SMS. */
export const sendMessage = (contact: ContactId, message: OutgoingMessage): ActionRequest => ({
  path: `/api/contacts/${contact}/messages`,
  body: message,
});
