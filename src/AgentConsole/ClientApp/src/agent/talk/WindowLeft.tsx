import { useText } from '../../i18n/useText';
import type { Instant } from '../../ids';
import { useNow } from '../../lib/clock';
import { formatTime } from '../../lib/format';
import { toTime } from '../../lib/suffix';
import { windowWords } from './window';

/** How long free text is still allowed on WhatsApp, and until when. */
export function WindowLeft({ until, long = false }: { until: Instant; long?: boolean }) {
  const text = useText();
  const words = windowWords(until, useNow(), text);
  if (words === null) return null;
  if (!long) return <span className="num">{words}</span>;
  return <span className="num">{text('conversation.window', { time: words })}, {text('conversation.until', { time: formatTime(until), toTime: toTime(formatTime(until)) })}</span>;
}
