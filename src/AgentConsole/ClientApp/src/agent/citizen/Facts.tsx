import { useText } from '../../i18n/useText';
import type { CitizenRow } from '../../rows';
import { Badge } from '../../ui/Badge';
import css from './citizen.module.css';

/** Only what is known; an unknown fact takes no line. */
export function Facts({ citizen }: { citizen: CitizenRow }) {
  const text = useText();
  const facts = [
    ['citizen.identity', citizen.identityMasked],
    ['citizen.phone', citizen.phone],
    ['citizen.language', citizen.language],
  ] as const;
  return (
    <>
      <dl className={css.facts}>
        {facts.map(([key, value]) => value && <div key={key}><dt>{text(key)}</dt><dd className="num">{value}</dd></div>)}
      </dl>
      {citizen.priorityGroups.length > 0 && (
        <div className="rowTight wrap" aria-label={text('citizen.groups')}>
          {citizen.priorityGroups.map((group) => <Badge key={group} tone="accent">{group}</Badge>)}
        </div>
      )}
    </>
  );
}
