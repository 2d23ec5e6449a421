import i18next from 'i18next';
import { useText } from '../i18n/useText';
import type { PartyRow } from '../rows';
import css from './unit.module.css';

/** Applicant, beneficiary and informant are often three people. A sealed name reads as a dash. */
export function Parties({ parties }: { parties: PartyRow[] }) {
  const text = useText();
  return (
    <dl className={css.parties}>
      {parties.map((party, index) => (
        <div key={`${party.role} ${index}`}>
          <dt>{i18next.t(`party.${party.role}`)}</dt>
          <dd>
            <span className="strong">{party.name ?? '–'}</span> {party.capacity !== 'Self' && <span className="dim">({text(`capacity.${party.capacity}`)})</span>}
            {party.phone && <span className="num dim"> · {party.phone}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
