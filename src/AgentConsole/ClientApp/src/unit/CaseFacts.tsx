import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import type { TextKey } from '../i18n/tr';
import type { CaseRow } from '../rows';
import { Icon } from '../ui/Icon';
import { Parties } from './Parties';
import css from './unit.module.css';

function Block({ title, children }: { title: TextKey; children: ReactNode }) {
  const text = useText();
  return <div className={css.block}><h3>{text(title)}</h3>{children}</div>;
}

export function CaseFacts({ row }: { row: CaseRow }) {
  const text = useText();
  return (
    <section className={css.facts} aria-label={text('case.summary')}>
      {row.answer && <Block title="case.answer"><p className={css.answer}>{row.answer}</p></Block>}
      <Block title="case.description"><p className="pre">{row.description}</p></Block>
      <Block title="case.place"><p>{row.place ?? <span className="dim">{text('case.placeUnknown')}</span>}</p></Block>
      <Block title="case.parties"><Parties parties={row.parties} /></Block>
      {row.documents.length > 0 && (
        <Block title="case.documents">
          <ul className={css.documents}>{row.documents.map((each) => <li key={each}><Icon name="form" size={14} /> {each}</li>)}</ul>
        </Block>
      )}
    </section>
  );
}
