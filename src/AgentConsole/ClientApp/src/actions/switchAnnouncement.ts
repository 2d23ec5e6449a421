import type { DeskId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Plays a recorded announcement to every caller of a line, or stops it. */
export const switchAnnouncement = (desk: DeskId, line: string, sound: string | null): ActionRequest => ({
  path: `/api/desks/${desk}/announcement`,
  body: { line, sound },
});
