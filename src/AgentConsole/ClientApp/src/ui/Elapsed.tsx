import type { Instant } from '../ids';
import { useNow } from '../lib/clock';
import { formatElapsed, since } from '../lib/format';

/** A running time. Only this text redraws each second. */
export function Elapsed({ from, className = '' }: { from: Instant; className?: string | undefined }) {
  const now = useNow();
  return <span className={`num ${className}`}>{formatElapsed(since(from, now))}</span>;
}
