import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { AlertList } from '../alerts/AlertList';
import {
  alerts as alertsOf,
  models,
  overview as overviewOf,
  policy as policyOf,
  roles as rolesOf,
  sites,
} from '../api/queries';
import type { Model } from '../api/types';
import { Page, Panel } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { Charts } from './Charts';
import { DriftGroups } from './DriftGroups';
import { LastWeek } from './LastWeek';
import { PolicySummary } from './PolicySummary';
import { RolesInTime } from './RolesInTime';
import css from './ModelOverview.module.css';

/** One page that says whether a model is still as good and as calm as its policy requires. */
export default function ModelOverview() {
  const { text } = useLanguage();
  const navigate = useNavigate();
  const parameters = useParams();
  const [search, setSearch] = useSearchParams();
  const known = useQuery(models);
  const places = useQuery(sites);
  const name = parameters.model ?? known.data?.[0]?.name;
  const model = known.data?.find((each) => each.name === name);
  const site = search.get('site');
  return (
    <Page
      title={name ? text.overview.titleOf(name) : text.overview.title}
      aside={
        <div className={page.filters}>
          <NativeSelect
            size="xs"
            label={text.common.model}
            value={name ?? ''}
            onChange={(event) => void navigate(`/models/${encodeURIComponent(event.currentTarget.value)}`)}
            data={known.data?.map((each) => each.name) ?? []}
          />
          <NativeSelect
            size="xs"
            label={text.common.site}
            value={site ?? ''}
            onChange={(event) =>
              setSearch(event.currentTarget.value ? { site: event.currentTarget.value } : {}, { replace: true })
            }
            data={[
              { value: '', label: text.runs.allSites },
              ...(places.data?.map((each) => ({ value: each.code, label: each.name })) ?? []),
            ]}
          />
        </div>
      }
    >
      {known.error && <ProblemNote error={known.error} retry={() => void known.refetch()} />}
      {known.data?.length === 0 && <p className={page.empty}>{text.common.nothing}</p>}
      {model && <OfModel key={`${model.name} ${site ?? ''}`} model={model} site={site} />}
    </Page>
  );
}

function OfModel({ model, site }: { model: Model; site: string | null }) {
  const { text } = useLanguage();
  const found = useQuery(overviewOf(model.name, site));
  const alerts = useQuery(alertsOf({ model: model.name }));
  const policy = useQuery(policyOf(model.name));
  const roles = useQuery(rolesOf(model.name));
  if (found.error) {
    return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data) {
    return <p>{text.common.loading}</p>;
  }
  const weeks = found.data.weeks ?? [];
  const last = weeks.at(-1);
  const pending = alerts.data?.filter((alert) => alert.state !== 'CLOSED') ?? found.data.openAlerts ?? [];
  return (
    <>
      {last && <LastWeek week={last} model={model} />}
      <Panel title={text.alerts.title}>
        <AlertList alerts={pending} />
      </Panel>
      {weeks.length === 0 ? (
        <Panel title={text.overview.thisWeek}>
          <p className={page.empty}>{text.overview.noWeeks}</p>
        </Panel>
      ) : (
        <Charts weeks={weeks} />
      )}
      <div className={css.pair}>
        {weeks.length > 0 && (
          <Panel title={text.overview.groups}>
            <DriftGroups weeks={weeks} />
          </Panel>
        )}
        <Panel title={text.overview.policy}>
          {policy.error ? <ProblemNote error={policy.error} /> : <PolicySummary policy={policy.data ?? null} />}
        </Panel>
      </div>
      <Panel title={text.overview.roles}>
        {roles.error ? <ProblemNote error={roles.error} /> : <RolesInTime roles={roles.data ?? []} />}
      </Panel>
    </>
  );
}
