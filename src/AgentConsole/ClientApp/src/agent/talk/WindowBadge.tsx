import { useText } from '../../i18n/useText';
import type { Instant } from '../../ids';
import { useNow } from '../../lib/clock';
import { Badge, type BadgeTone } from '../../ui/Badge';
import { windowWords } from './window';

const SOON_MS = 2 * 60 * 60 * 1000;

/** WhatsApp's window in the list: what is left of it, or that it is over. */
export function WindowBadge({ until }: { until: Instant }) {
  const text = useText();
  const now = useNow();
  const words = windowWords(until, now, text);
  const tone: BadgeTone = words === null || Date.parse(until) - now < SOON_MS ? 'soon' : 'neutral';
  return <Badge tone={tone}><span className="num">{words ?? text('conversation.windowOver')}</span></Badge>;
}
