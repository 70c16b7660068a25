import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/http';
import { run as runOf } from '../api/queries';
import type { Run } from '../api/types';
import { Panel } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { mayStartRuns } from '../session/rights';
import { useUser } from '../session/session';
import { Progress } from './Progress';
import { useRunProgress } from './useRunProgress';
import css from './Runs.module.css';

export function RunDetails({ id }: { id: string }) {
  const { text } = useLanguage();
  const found = useQuery(runOf(id));
  const live = useRunProgress(id, found.data?.state === 'RUNNING');
  if (found.error) {
    return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  }
  return found.data ? <Details run={found.data} live={live} /> : <p>{text.common.loading}</p>;
}

function Details({ run, live }: { run: Run; live: boolean }) {
  const { text, format } = useLanguage();
  const t = text.runs;
  const counts: [string, number, string | undefined][] = [
    [t.done, run.done, css.done],
    [t.notScored, run.notScored, css.notScored],
    [t.leased, run.leased, css.leased],
    [t.pending, run.pending, undefined],
  ];
  return (
    <div className={css.right}>
      <Panel
        title={`${run.model} · ${run.versions.join(', ')}`}
        aside={
          <span className={css.state}>
            {live && <span className={css.live}>{t.live}</span>}
            {t.state[run.state]}
            <Control run={run} />
          </span>
        }
      >
        <p className={css.big}>{t.cases(format.number(run.done + run.notScored), format.number(run.total))}</p>
        <Progress run={run} />
        <ul className={css.counts}>
          {counts.map(([what, n, swatch]) => (
            <li key={what}>
              <span className={`${css.swatch} ${swatch ?? ''}`} aria-hidden="true" />
              {what} <strong>{format.number(n)}</strong>
            </li>
          ))}
        </ul>
        <dl className={page.facts}>
          <dt>{t.window}</dt>
          <dd>
            {format.date(run.from)} – {format.date(run.to)}
          </dd>
          <dt>{t.sites}</dt>
          <dd>{run.sites.length > 0 ? run.sites.join(', ') : t.allSites}</dd>
          <dt>{t.created}</dt>
          <dd>
            {format.dateTime(run.startedAt)}, {text.common.by(run.createdBy)}
          </dd>
        </dl>
      </Panel>
      <Panel title={t.perVersion}>
        {run.perVersion.length === 0 ? (
          <p className={page.empty}>{t.waiting}</p>
        ) : (
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{text.common.version}</th>
                <th scope="col" className={page.num}>
                  {t.predictions}
                </th>
                <th scope="col" className={page.num}>
                  {t.latency}
                </th>
                <th scope="col" className={page.num}>
                  {t.rate}
                </th>
              </tr>
            </thead>
            <tbody>
              {run.perVersion.map((version) => (
                <tr key={version.version}>
                  <td>{version.version}</td>
                  <td className={page.num}>{format.number(version.predictions)}</td>
                  <td className={page.num}>
                    {version.meanLatencyMillis == null ? '–' : `${format.rate(version.meanLatencyMillis)} ms`}
                  </td>
                  <td className={page.num}>
                    {version.studiesPerSecond == null ? '–' : format.rate(version.studiesPerSecond)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {run.notScored > 0 && (
        <Panel title={t.why}>
          <dl className={page.facts}>
            {Object.entries(run.notScoredReasons).map(([reason, n]) => (
              <div key={reason} className={css.reason}>
                <dt>{t.reasons[reason] ?? reason}</dt>
                <dd>{format.number(n)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </div>
  );
}

function Control({ run }: { run: Run }) {
  const { text } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: 'cancel' | 'resume') => post<Run>(`/runs/${run.id}/${what}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
  if (!mayStartRuns(user) || run.state === 'FINISHED') {
    return null;
  }
  const what = run.state === 'RUNNING' ? 'cancel' : 'resume';
  return (
    <>
      <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate(what)}>
        {text.runs[what]}
      </Button>
      {act.error && <ProblemNote error={act.error} />}
    </>
  );
}
