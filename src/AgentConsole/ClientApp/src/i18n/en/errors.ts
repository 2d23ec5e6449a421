import type { errors as tr } from '../tr/errors';

/** The server's own sentences come first and are Turkish; these speak when it could not. */
export const errors: Record<keyof typeof tr, string> = {
  'error.client.offline': 'The server could not be reached. Try again when the connection returns; nothing is done twice.',
  'error.session.invalid': 'User name or password is wrong. Please check them and try again.',
  'error.session.locked': 'The account is locked after too many wrong attempts. Try again in 15 minutes.',
  'error.offer.not_pending': 'This offer is no longer valid; the contact went to somebody else or has ended.',
  'error.contact.not_yours': 'This contact is no longer yours.',
  'error.message.window_closed': 'The 24-hour reply window of WhatsApp has closed. Choose an approved template or send an SMS.',
  'error.outreach.not_safe': 'Reaching this citizen this way is not safe now. See the safe contact settings.',
  'error.topic.forbidden': 'You may not see this part.',
  'error.http.403': 'You may not do this.',
  'error.http.404': 'Not found; it may have been deleted or moved.',
  'error.http.503': 'The system is busy. Try again in a few seconds.',
  'error.unknown': 'This could not be done. Please try again ({{code}}).',
};
