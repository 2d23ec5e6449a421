import { groupNumber } from '../lib/format';

/** A case number as it is read aloud: 7527 0664 7. Copied it keeps its spaces, which every search of the system accepts. */
export function CaseNumber({ number, className = '' }: { number: string; className?: string }) {
  return <span className={`num ${className}`}>{groupNumber(number)}</span>;
}
