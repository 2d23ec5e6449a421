import { useText } from '../../i18n/useText';
import type { Instant } from '../../ids';
import { useNow } from '../../lib/clock';
import { formatElapsed } from '../../lib/format';
import { Badge } from '../../ui/Badge';

export function WrapUpLeft({ until }: { until: Instant }) {
  const text = useText();
  const left = Date.parse(until) - useNow();
  return <Badge tone={left < 15_000 ? 'soon' : 'neutral'}>{text('wrapup.left')} <span className="num">{formatElapsed(left)}</span></Badge>;
}
