import type { UnitId } from '../ids';
import type { InboxRow } from '../rows';
import type { TopicStatus } from '../transport/topicEntry';
import { useManyRows } from '../transport/useManyRows';
import { byDeadline } from './order';

export type UnitCase = InboxRow & { unit: UnitId };

const PREFIX = 'unit:';

/** One inbox of one or several units, by what is due next. */
export function useInbox(units: readonly UnitId[]): { rows: UnitCase[]; status: TopicStatus } {
  const { rows, status } = useManyRows<InboxRow>(units.map((unit) => `${PREFIX}${unit}`), 'inbox');
  return { rows: byDeadline(rows.map(({ topic, row }) => ({ ...row, unit: topic.slice(PREFIX.length) as UnitId }))), status };
}
