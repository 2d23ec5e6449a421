import { useText } from '../i18n/useText';
import type { Priority } from '../words';
import { Badge, type BadgeTone } from './Badge';

const tones: Record<Priority, BadgeTone> = { P1: 'danger', P2: 'late', P3: 'soon', P4: 'neutral', P5: 'neutral' };

/** The priority's name in words; an ordinary one is silent so that the others are seen. */
export function PriorityMark({ priority, always = false }: { priority: Priority; always?: boolean }) {
  const text = useText();
  if (!always && (priority === 'P4' || priority === 'P5')) return null;
  return <Badge tone={tones[priority]}>{text(`priority.${priority}`)}</Badge>;
}
