import { useQuery } from '@tanstack/react-query';
import { NavLink, useParams } from 'react-router';
import { runs as allRuns } from '../api/queries';
import type { Run } from '../api/types';
import { Page, Panel } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { mayStartRuns } from '../session/rights';
import { useUser } from '../session/session';
import { Progress } from './Progress';
import { RunDetails } from './RunDetails';
import { StartRun } from './StartRun';
import css from './Runs.module.css';

export default function Runs() {
  const { text } = useLanguage();
  const user = useUser();
  const { id } = useParams();
  const found = useQuery({ ...allRuns, refetchInterval: 5000 });
  const chosen = id ?? found.data?.[0]?.id;
  return (
    <Page title={text.runs.title}>
      <div className={css.columns}>
        <div className={css.left}>
          {mayStartRuns(user) && <StartRun />}
          {found.error ? (
            <ProblemNote error={found.error} retry={() => void found.refetch()} />
          ) : (
            <nav className={page.panel} aria-label={text.runs.title}>
              {found.data?.length === 0 && <p className={page.empty}>{text.runs.none}</p>}
              <ul className={css.list}>
                {found.data?.map((run) => (
                  <li key={run.id}>
                    <Entry run={run} chosen={run.id === chosen} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        {chosen ? (
          <RunDetails key={chosen} id={chosen} />
        ) : (
          <Panel title={text.runs.progress}>
            <p className={page.empty}>{text.common.nothing}</p>
          </Panel>
        )}
      </div>
    </Page>
  );
}

function Entry({ run, chosen }: { run: Run; chosen: boolean }) {
  const { text, format } = useLanguage();
  return (
    <NavLink to={`/runs/${run.id}`} className={css.entry} aria-current={chosen ? 'page' : undefined}>
      <span className={css.entryHead}>
        <span>{run.model}</span>
        <span className={page.soft}>{text.runs.state[run.state]}</span>
      </span>
      <span className={`${page.soft} ${page.small}`}>
        {run.versions.join(', ')} · {format.dateTime(run.startedAt)}
      </span>
      <Progress run={run} thin />
    </NavLink>
  );
}
