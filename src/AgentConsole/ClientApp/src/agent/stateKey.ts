import type { TextKey } from '../i18n/tr';
import type { MyContactRow } from '../rows';

/** The word for a contact's state. A form is read and not talked to, whatever its stage is called. */
export function stateKey({ medium, state }: Pick<MyContactRow, 'medium' | 'state'>): TextKey {
  if (medium === 'Call') return `state.${state}`;
  return state === 'wrapUp' ? 'wrapup.titleConversation' : 'state.conversation';
}
