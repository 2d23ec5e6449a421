import { Suspense } from 'react';
import { useText } from '../i18n/useText';
import { useSigned } from '../transport/context';
import { Empty } from '../ui/Empty';
import { Boundary } from './Boundary';
import { Header } from './Header';
import { HelpOverlay } from './HelpOverlay';
import { Palette } from './Palette';
import { AgentPage, pagesOf, SupervisorPage, UnitPage, type Page } from './pages';
import css from './shell.module.css';
import { useRoute } from './useRoute';

/** Header, page, and the two overlays a person opens for themselves. */
export function Shell() {
  const { session } = useSigned();
  const text = useText();
  const [wanted] = useRoute();
  const open = pagesOf(session.roles);
  const page = open.find((each) => each === wanted) ?? open[0];
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}>{text('app.skip')}</a>
      <Header page={page} pages={open} />
      <main id="main" tabIndex={-1} className={css.main}>
        {page && <h1 className="srOnly">{text(`role.${page}`)}</h1>}
        <Boundary key={page ?? 'none'}>
          <Suspense fallback={<Empty title={text('app.loading')} />}>
            {page ? <PageBody page={page} /> : <Empty icon="lock" title={text('signin.noRole')} />}
          </Suspense>
        </Boundary>
      </main>
      <HelpOverlay page={page} />
      <Palette pages={open} />
    </div>
  );
}

function PageBody({ page }: { page: Page }) {
  switch (page) {
    case 'agent':
      return <AgentPage />;
    case 'supervisor':
      return <SupervisorPage />;
    case 'unit':
      return <UnitPage />;
  }
}
