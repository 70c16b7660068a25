import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Boundary } from './design/Boundary';
import { Page } from './design/Page';
import { ProblemNote } from './design/ProblemNote';
import { Shell } from './design/Shell';
import { NoAnswerError } from './api/http';
import { useLanguage } from './i18n/language';
import { ReadingList } from './reading-list/ReadingList';
import { mayWatch } from './session/rights';
import { useSession } from './session/session';
import { SignIn } from './session/SignIn';
import { OutboxProvider } from './study/useOutbox';
import css from './design/page.module.css';

const StudyPage = lazy(() => import('./study/StudyPage'));
const ModelOverview = lazy(() => import('./model-overview/ModelOverview'));
const Runs = lazy(() => import('./runs/Runs'));
const Reports = lazy(() => import('./reports/Reports'));
const Alerts = lazy(() => import('./alerts/Alerts'));

export function App() {
  const { state } = useSession();
  const { text } = useLanguage();
  const { pathname } = useLocation();
  switch (state.kind) {
    case 'asking':
      return <p className={css.page}>{text.common.loading}</p>;
    case 'unreachable':
      return (
        <main className={css.page}>
          <ProblemNote error={new NoAnswerError('start')} />
        </main>
      );
    case 'out':
      return <SignIn lost={state.lost} />;
    case 'in':
      return (
        <OutboxProvider key={state.user.username}>
          <Shell>
            <Boundary key={pathname}>
              <Suspense fallback={<p className={css.page}>{text.common.loading}</p>}>
                <Routes>
                  <Route index element={<ReadingList />} />
                  <Route path="study/:uid" element={<StudyPage />} />
                  {mayWatch(state.user) && (
                    <>
                      <Route path="models" element={<ModelOverview />} />
                      <Route path="models/:model" element={<ModelOverview />} />
                      <Route path="runs" element={<Runs />} />
                      <Route path="runs/:id" element={<Runs />} />
                      <Route path="alerts" element={<Alerts />} />
                      <Route path="reports" element={<Reports />} />
                    </>
                  )}
                  <Route path="studies" element={<Navigate to="/" replace />} />
                  <Route path="*" element={<Page title={text.common.notFound}>{null}</Page>} />
                </Routes>
              </Suspense>
            </Boundary>
          </Shell>
        </OutboxProvider>
      );
  }
}
